internal import Policy

/// An operator that a ``CheckReader`` has looked up; of use to that reader only.
public struct OperatorHandle: Sendable, Hashable {
  let owner: Int32
  /// Where the reader keeps its name.
  let place: Int32
  let slot: Int32
  let number: Int32
  /// How often its tenant had been compiled by then: until it is again, the number is right.
  let generation: Int32
  /// How often the reader had lost its memory by then.
  let epoch: Int32
  /// What its entry says, right as long as its number is.
  let plain: PlainGrants
}

/// A tenant that a ``CheckReader`` has looked up; of use to that reader only.
public struct TenantHandle: Sendable, Hashable {
  let owner: Int32
  /// Where the reader keeps its code.
  let place: Int32
  let slot: Int32
  let epoch: Int32
}

/// An action that a ``CheckReader`` has looked up.
public struct MenuHandle: Sendable, Hashable {
  /// That of the catalogue by which it has its number.
  let version: Int64
  let owner: Int32
  /// Where the reader keeps its code.
  let place: Int32
  let number: Int32
  /// That of the reader by then: versions of another store do not compare.
  let epoch: Int32
}

/// A product that a ``CheckReader`` has looked up; also one that no catalogue knows.
public struct ProductHandle: Sendable, Hashable {
  let owner: Int32
  let place: Int32
}

/// A trading account that a ``CheckReader`` has looked up; also one that no tenant has.
public struct AccountHandle: Sendable, Hashable {
  let owner: Int32
  let place: Int32
}

/// Words that a reader keeps for handles, each once.
struct KeptWords {
  private var words: [String] = []
  /// By the bytes: words that are only canonically the same are others.
  private var places: [[UInt8]: Int32] = [:]

  /// Where a word is kept from now on.
  mutating func place(of word: String) -> Int32 {
    let bytes = Array(word.utf8)
    if let place = places[bytes] { return place }
    let place = Int32(words.count)
    words.append(word)
    places[bytes] = place
    return place
  }

  /// The word at a place.
  subscript(place: Int32) -> String { words[Int(place)] }
}
