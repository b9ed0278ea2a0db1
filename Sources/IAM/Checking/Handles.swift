/// An operator that a ``CheckReader`` has looked up; of use to that reader only.
public struct OperatorHandle: Sendable, Hashable {
  let owner: Int32
  /// Where the reader keeps its name.
  let place: Int32
  let slot: Int32
  let number: Int32
  let id: Int64
  /// How often its tenant had been compiled by then: until it is again, the number is right.
  let generation: Int32
  /// How often the reader had lost its memory by then.
  let epoch: Int32
}

/// A tenant that a ``CheckReader`` has looked up; of use to that reader only.
public struct TenantHandle: Sendable, Hashable {
  let owner: Int32
  let slot: Int32
  let epoch: Int32
}

/// An action that a ``CheckReader`` has looked up.
public struct MenuHandle: Sendable, Hashable {
  let owner: Int32
  /// Where the reader keeps its code.
  let place: Int32
  let number: Int32
  let version: Int64
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
