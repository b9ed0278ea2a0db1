/// A place in a password where known material begins.
///
/// The material may be used up to any length from ``shortest`` to ``longest``.
struct PasswordPiece: Sendable, Hashable {
  let start: Int
  let shortest: Int
  let longest: Int
  let material: PasswordMaterial

  init(start: Int, shortest: Int, longest: Int, material: PasswordMaterial) {
    self.start = start
    self.shortest = shortest
    self.longest = longest
    self.material = material
  }

  /// A piece of one length.
  init(start: Int, length: Int, material: PasswordMaterial) {
    self.init(start: start, shortest: length, longest: length, material: material)
  }

  /// How many parts a guesser needs for it: what stood there before costs nothing.
  var parts: Int { material == .repetition ? 0 : 1 }
}
