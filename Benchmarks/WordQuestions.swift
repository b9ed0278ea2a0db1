/// Questions in words with their right answers.
final class WordQuestions {
  private struct Question {
    var username: String
    var menu: String
    var tenant: String
    var isAllowed: Bool
  }

  private let questions: UnsafeMutableBufferPointer<Question>

  /// Takes the questions.
  init(_ all: [Workload.Question]) {
    // The code of an action is a literal of the program that asks: one text, not one a question.
    var menus: [String: String] = [:]
    questions = .allocate(capacity: all.count)
    _ = questions.initialize(
      from: all.map {
        let menu = menus[$0.menu] ?? $0.menu
        menus[menu] = menu
        return Question(
          username: $0.login, menu: menu, tenant: $0.tenantCode, isAllowed: $0.isAllowed)
      })
  }

  deinit {
    questions.deinitialize()
    questions.deallocate()
  }

  /// Asks every question and counts the wrong answers.
  ///
  /// Each question is moved out of memory and back, for a program that asks has its words at hand:
  /// copying them would count references, and it is the answers that are measured.
  @inline(__always)
  func countWrong(
    _ rounds: Int, _ ask: (_ username: String, _ menu: String, _ tenant: String) throws -> Bool
  ) rethrows -> Int {
    var wrong = 0
    guard let start = questions.baseAddress else { return 0 }
    for _ in 0..<rounds {
      for place in start..<start + questions.count {
        let question = place.move()
        defer { place.initialize(to: question) }
        if try ask(question.username, question.menu, question.tenant) != question.isAllowed {
          wrong += 1
        }
      }
    }
    return wrong
  }
}
