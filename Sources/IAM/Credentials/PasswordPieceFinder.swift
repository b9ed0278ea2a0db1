internal import Policy

/// Finds known material in the characters of a password, letters folded to small ones.
struct PasswordPieceFinder {
  /// The characters; the caller overwrites its own copy.
  let text: [Unicode.Scalar]

  /// Everything found, also overlapping.
  ///
  /// - Complexity: O(characters² × size of the context).
  func pieces(context: PasswordContext) -> [PasswordPiece] {
    var pieces = text.indices.flatMap { start in
      words(at: start) + dates(at: start) + sequences(at: start) + repetitions(at: start)
        + walks(at: start)
    }
    let names = context.names + [context.username]
    for name in names { pieces += runs(ofTokensIn: name, material: .ownName) }
    for number in context.numbers { pieces += runs(of: folded(number), material: .ownNumber) }
    for company in context.companies { pieces += runs(ofTokensIn: company, material: .company) }
    return pieces
  }

  private func words(at start: Int) -> [PasswordPiece] {
    let initials = [text[start]] + LetterLookalikes.letters(text[start])
    return initials.flatMap { CommonPasswords.byFirst[$0] ?? [] }.compactMap { word in
      guard word.count <= text.count - start else { return nil }
      let fits = word.indices.allSatisfy { LetterLookalikes.reads(text[start + $0], as: word[$0]) }
      return fits ? PasswordPiece(start: start, length: word.count, material: .common) : nil
    }
  }

  /// Three or more letters or digits, each the next or each the one before.
  private func sequences(at start: Int) -> [PasswordPiece] {
    guard start + 2 < text.count, let step = step(after: start), step == 1 || step == -1 else {
      return []
    }
    var end = start + 1
    while end < text.count, self.step(after: end - 1) == step { end += 1 }
    let length = end - start
    if length < 3 { return [] }
    return [PasswordPiece(start: start, shortest: 3, longest: length, material: .sequence)]
  }

  /// The distance to the next character where both are letters or both digits; 0 follows 9.
  private func step(after index: Int) -> Int? {
    let one = text[index]
    let next = text[index + 1]
    if ("0"..."9").contains(one) && ("0"..."9").contains(next) {
      let distance = (Int(next.value) - Int(one.value) + 10) % 10
      return distance == 9 ? -1 : distance
    }
    if ("a"..."z").contains(one) && ("a"..."z").contains(next) {
      return Int(next.value) - Int(one.value)
    }
    return nil
  }

  /// What stood directly before, from two characters on; what stood anywhere before, from four.
  private func repetitions(at start: Int) -> [PasswordPiece] {
    (0..<start).compactMap { earlier in
      let length = lengthShared(from: start, with: text, from: earlier)
      let shortest = max(2, min(start - earlier, 4))
      if length < shortest { return nil }
      return PasswordPiece(
        start: start, shortest: shortest, longest: length, material: .repetition)
    }
  }

  private func dates(at start: Int) -> [PasswordPiece] {
    CalendarDigits.lengths.compactMap { length in
      guard start + length <= text.count,
        CalendarDigits.isDate(text[start..<start + length])
      else { return nil }
      return PasswordPiece(start: start, length: length, material: .date)
    }
  }

  /// Four or more keys along one of the lines.
  private func walks(at start: Int) -> [PasswordPiece] {
    let longest =
      (KeyboardLines.places[text[start]] ?? []).map { place in
        lengthShared(from: start, with: KeyboardLines.all[place.line], from: place.index)
      }.max() ?? 0
    if longest < 4 { return [] }
    return [PasswordPiece(start: start, shortest: 4, longest: longest, material: .keyboardWalk)]
  }

  /// Pieces of the whole text and of the parts that signs, spaces and digits separate in it.
  private func runs(ofTokensIn own: String, material: PasswordMaterial) -> [PasswordPiece] {
    let own = folded(own)
    let tokens = own.split { !$0.properties.isAlphabetic }.map(Array.init)
    return runs(of: own, material: material)
      + tokens.flatMap { runs(of: $0, material: material, shortest: min(4, max(3, $0.count))) }
  }

  /// Runs that the password shares with another text: four characters or more, two of Han.
  private func runs(
    of other: [Unicode.Scalar], material: PasswordMaterial, shortest: Int = 4
  ) -> [PasswordPiece] {
    text.indices.compactMap { start in
      let shortest = text[start].properties.isIdeographic ? 2 : shortest
      var longest = 0
      for begin in other.indices where other[begin] == text[start] {
        longest = max(longest, lengthShared(from: start, with: other, from: begin))
      }
      if longest < shortest { return nil }
      return PasswordPiece(
        start: start, shortest: shortest, longest: longest, material: material)
    }
  }

  private func lengthShared(
    from start: Int, with other: [Unicode.Scalar], from begin: Int
  ) -> Int {
    let limit = min(text.count - start, other.count - begin)
    var length = 0
    while length < limit, text[start + length] == other[begin + length] { length += 1 }
    return length
  }

  private func folded(_ text: String) -> [Unicode.Scalar] {
    NormalForm.composed(text).unicodeScalars.map(LetterLookalikes.small)
  }
}
