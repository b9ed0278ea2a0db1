/// How often each kind of operation was tried, made and refused.
struct ModelTally {
  private(set) var kinds: [String: (tried: Int, made: Int)] = [:]
  private(set) var refusals: [String: Int] = [:]
  private(set) var questions = 0

  var tried: Int { kinds.values.map(\.tried).reduce(0, +) }
  var made: Int { kinds.values.map(\.made).reduce(0, +) }

  /// The kinds of which not one operation was made.
  var neverMade: [String] { kinds.filter { $0.value.made == 0 }.keys.sorted() }

  /// Notes one operation; `nil` when it was made, else the code of the refusal.
  mutating func note(_ kind: String, _ refusal: String?) {
    kinds[kind, default: (0, 0)].tried += 1
    if let refusal { refusals[refusal, default: 0] += 1 } else { kinds[kind]?.made += 1 }
  }

  mutating func noteQuestions(_ count: Int) { questions += count }

  mutating func add(_ other: ModelTally) {
    for (kind, count) in other.kinds {
      kinds[kind, default: (0, 0)].tried += count.tried
      kinds[kind]?.made += count.made
    }
    refusals.merge(other.refusals, uniquingKeysWith: +)
    questions += other.questions
  }

  /// A table for people.
  var text: String {
    let rows = kinds.sorted { $0.key < $1.key }.map { kind, count in
      "\(kind)\ttried \(count.tried)\tmade \(count.made)\trefused \(count.tried - count.made)"
    }
    let codes = refusals.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }
    return
      (rows + ["all\ttried \(tried)\tmade \(made)\trefused \(tried - made)"]
      + ["refusals: " + codes.joined(separator: ", "), "answers compared: \(questions)"])
      .joined(separator: "\n")
  }
}
