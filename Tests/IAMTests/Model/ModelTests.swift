import Foundation
import Policy
import Synchronization
import TestSupport
import Testing

@testable import IAM

/// Random operations by random actors on real stores; after each step, what the model says must
/// hold. `IAM_MODEL_STEPS` says how many steps; a failure names the seed, the step and the
/// operation.
@Suite struct ModelTests {
  private static let steps =
    ProcessInfo.processInfo.environment["IAM_MODEL_STEPS"].flatMap(Int.init) ?? 120
  /// After so many steps a world is given up for a new one: most mistakes need few steps, and a
  /// world in which everything was tried becomes one in which little is possible.
  private static let stepsOfOneWorld = 250
  private static let total = Mutex(ModelTally())

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `no step gives anybody what the actor could not hand out`(lane: UInt64) throws {
    var left = max(1, Self.steps / 3)
    var tally = ModelTally()
    var world: UInt64 = 0
    while left > 0 {
      let seed = lane + 3 * world
      var run = try ModelRun(seed: seed)
      for step in 1...min(left, Self.stepsOfOneWorld) {
        let problems = try run.step()
        guard problems.isEmpty else {
          Issue.record(
            "seed \(seed), step \(step): \(run.last)\n\(problems.joined(separator: "\n"))")
          return
        }
      }
      left -= Self.stepsOfOneWorld
      world += 1
      tally.add(run.tally)
    }
    #expect(tally.made * 20 > tally.tried, "too few of the operations were possible")
    #expect(tally.made < tally.tried, "nothing was refused")
    if tally.tried > 30_000 { #expect(tally.neverMade == []) }
    guard tally.tried > 1000 else { return }
    print(
      Self.total.withLock {
        $0.add(tally); return $0.text
      })
  }
}
