internal import IAM

/// Where a caller wants the text of an error; may be nowhere.
@safe struct MessagePlace: ~Copyable {
  private let place: UnsafeMutableBufferPointer<CChar>?

  /// Takes the caller's buffer. A capacity above the range of `Int` arrives as a negative number
  /// and counts as no buffer.
  init(_ text: UnsafeMutablePointer<CChar>?, _ capacity: Int) {
    // SAFETY: the caller vouches for `capacity` writable bytes while the call lasts.
    guard capacity > 0 else {
      unsafe place = nil
      return
    }
    unsafe place = text.map { unsafe UnsafeMutableBufferPointer(start: $0, count: capacity) }
  }

  /// Writes the text and a NUL; what does not fit is cut between characters.
  func write(_ text: String) {
    // SAFETY: as in the initialiser; at most `count` bytes are written.
    guard let place = unsafe place else { return }
    var end = 0
    for scalar in text.unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      guard end + bytes.count < place.count else { break }
      for byte in bytes {
        // SAFETY: `end` is below `count`, as just seen.
        unsafe place[end] = CChar(bitPattern: byte)
        end += 1
      }
    }
    // SAFETY: `end` is below `count`, which is at least 1.
    unsafe place[end] = 0
  }

  /// Writes what is known about an error: the database's own words, else those of the failure.
  func write(_ error: any Error) {
    if let error = error as? DatabaseError {
      write(error.description)
    } else {
      write("\(CheckFailure(error).text)")
    }
  }
}
