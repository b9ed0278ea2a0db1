import Testing

@testable import IAM

struct CryptographyTests {
  func bytes(_ hexadecimal: String) throws -> [UInt8] {
    try #require(Hexadecimal.bytes(hexadecimal))
  }

  /// FIPS 180-4 examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `SHA-256 gives the published digests, at once and piece by piece`(
    text: String, digest: String
  ) {
    #expect(Digest.sha256(Array(text.utf8)).hexadecimal == digest)
    var computation = DigestComputation()
    for byte in text.utf8 { computation.update([byte]) }
    #expect(computation.finish().hexadecimal == digest)
    #expect(Digest(hexadecimal: digest)?.hexadecimal == digest)
  }

  @Test func `a digest has 32 bytes`() {
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
    #expect(Digest(hexadecimal: "zz") == nil)
  }

  /// RFC 4231, test cases 1, 2 and 6.
  @Test func `HMAC gives the published codes`() throws {
    let one = KeyedDigest.hmac(
      Array("Hi There".utf8), key: Secret(bytes: Array(repeating: 0x0b, count: 20)))
    #expect(
      one.hexadecimal == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    let two = KeyedDigest.hmac(
      Array("what do ya want for nothing?".utf8), key: Secret(bytes: Array("Jefe".utf8)))
    #expect(
      two.hexadecimal == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let six = KeyedDigest.hmac(
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      key: Secret(bytes: Array(repeating: 0xaa, count: 131)))
    #expect(
      six.hexadecimal == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }

  @Test func `HMAC takes an empty key and an empty message`() {
    let code = KeyedDigest.hmac([], key: Secret(bytes: []))
    #expect(
      code.hexadecimal == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  /// The GCM specification's test cases 13, 14 and 16.
  @Test func `AES-256-GCM gives the published texts and tags`() throws {
    let zeros = Secret(bytes: Array(repeating: 0, count: 32))
    let nonce = [UInt8](repeating: 0, count: 12)
    let empty = AESGCM.seal([], key: zeros, nonce: nonce, data: [])
    #expect(Hexadecimal.text(empty) == "530f8afbc74536b9a963b4f1c4cb738b")
    let block = AESGCM.seal(Array(repeating: 0, count: 16), key: zeros, nonce: nonce, data: [])
    #expect(
      Hexadecimal.text(block)
        == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
    let half = "feffe9928665731c6d6a8f9467308308"
    let sealed = AESGCM.seal(
      try bytes(
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
          + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
      key: Secret(bytes: try bytes(half + half)), nonce: try bytes("cafebabefacedbaddecaf888"),
      data: try bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
    #expect(
      Hexadecimal.text(sealed)
        == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
        + "76fc6ece0f4e1768cddf8853bb2d551b")
  }

  /// RFC 8032 section 7.1, tests 1 to 3.
  @Test(arguments: [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
    (
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    ),
  ])
  func `Ed25519 gives the published keys and signatures`(
    seed: String, key: String, message: String, signature: String
  ) throws {
    let signing = try SigningKey(hexadecimal: seed)
    #expect(signing.verifyingKey.hexadecimal == key)
    #expect(signing.hexadecimal == seed)
    let made = signing.signature(for: try bytes(message))
    #expect(Hexadecimal.text(made) == signature)
    let verifying = try VerifyingKey(hexadecimal: key)
    #expect(verifying.isValid(made, for: try bytes(message)))
    #expect(!verifying.isValid(made, for: try bytes(message) + [0]))
    #expect(!verifying.isValid(Array(made.dropLast()), for: try bytes(message)))
    var changed = made
    changed[0] ^= 1
    #expect(!verifying.isValid(changed, for: try bytes(message)))
    #expect(!"\(signing)".contains(seed))
  }

  @Test func `a key that is no key is refused`() throws {
    #expect(throws: CredentialError.malformedKey) { try SigningKey(hexadecimal: "00") }
    #expect(throws: CredentialError.malformedKey) { try SigningKey(hexadecimal: "xyz") }
    #expect(throws: CredentialError.malformedKey) { try VerifyingKey(bytes: [1]) }
    #expect(throws: CredentialError.malformedKey) { try SealingKey(id: 1, hexadecimal: "") }
    // 32 bytes that are no point of the curve verify nothing, and do not trap.
    let odd = [UInt8](repeating: 0xff, count: 32)
    #expect(try !VerifyingKey(bytes: odd).isValid([UInt8](repeating: 0, count: 64), for: []))
  }

  @Test func `generated keys differ and work`() throws {
    let one = try SigningKey(randomness: .system)
    let two = try SigningKey(randomness: .system)
    #expect(one.verifyingKey != two.verifyingKey)
    #expect(!two.verifyingKey.isValid(one.signature(for: [1]), for: [1]))
  }

  @Test func `base64 of every length is read back and has one writing`() {
    for count in 0...20 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 200) }
      #expect(Base64.safe.bytes(Base64.safe.text(bytes)) == bytes)
    }
    #expect(Base64.standard.text([0xfb, 0xff]) == "+/8")
    #expect(Base64.safe.text([0xfb, 0xff]) == "-_8")
    for text in ["A", "+/9", "-_8", "+/8=", "+/8 "] { #expect(Base64.standard.bytes(text) == nil) }
  }
}
