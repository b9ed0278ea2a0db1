/// Goes through the rows of the audit trail in their order and computes the tree anew.
///
/// Holds one row and the peaks of the tree, whatever the number of rows.
struct AuditVerifier {
  private(set) var verification = AuditVerification()
  private var line = AuditLine()
  private var frontier = MerkleFrontier()
  /// The number that the next row must bear.
  private var expected: Int64 = 0
  private var isComplete = true
  private var lastTime = Int64.min
  private let checkpoint: AuditCheckpoint?
  /// The root at the checkpoint's size, once that many rows have been taken.
  private var rootAtCheckpoint: Digest?

  init(comparingWith checkpoint: AuditCheckpoint? = nil) {
    self.checkpoint = checkpoint
    verification.checkpointSize = checkpoint?.size
    if checkpoint?.size == 0 { rootAtCheckpoint = MerkleTree.emptyRoot }
  }

  /// Takes the next row: all columns and the leaf's hash.
  mutating func take(_ row: borrowing Row) throws {
    let sequence = try row.int(0)
    verification.size += 1
    advance(to: sequence)
    do throws(DatabaseError) {
      try line.read(row)
      let leaf = MerkleTree.leafHash(line.bytes)
      if try row.blob(13) != leaf.bytes { verification.note(.rowChanged(sequence)) }
      frontier.append(leaf)
      let time = try row.int(1)
      if time < lastTime { verification.clockStepsBack += 1 }
      lastTime = time
    } catch {
      verification.note(.rowUnreadable(sequence))
      isComplete = false
    }
    if let checkpoint, frontier.size == checkpoint.size, isComplete {
      rootAtCheckpoint = frontier.root
    }
  }

  /// The checkpoint to compare with was not signed by the key given.
  mutating func noteWrongSignature() { verification.note(.signatureWrong) }

  /// The rows end here because the storage gave out.
  mutating func breakOff() {
    verification.note(.storageDamaged(after: expected - 1))
    isComplete = false
  }

  /// Compares the tree with the stored peaks and the checkpoint.
  mutating func finish(storedPeaks: [AuditPeak]) -> AuditVerification {
    verification.root = frontier.root
    if isComplete { compare(with: storedPeaks) }
    if let checkpoint { compare(with: checkpoint) }
    return verification
  }

  private mutating func advance(to sequence: Int64) {
    if sequence > expected {
      verification.note(.rowsMissing(expected...(sequence - 1)))
      isComplete = false
    } else if sequence < expected {
      verification.note(.rowChanged(sequence))
      isComplete = false
    }
    expected = sequence == .max ? .max : sequence + 1
  }

  private mutating func compare(with stored: [AuditPeak]) {
    guard stored.count == frontier.peaks.count, stored.last?.rowCount ?? 0 == frontier.size else {
      return verification.note(.sizeDiffers)
    }
    // Past the limit it is not known any more which rows were found changed.
    guard verification.problemCount < AuditVerification.problemLimit else { return }
    var start: Int64 = 0
    var rest = frontier.size
    for (peak, stored) in zip(frontier.peaks, stored) {
      // The largest complete subtree of what is left.
      let count = 1 << (Int.bitWidth - 1 - rest.leadingZeroBitCount)
      let end = start + Int64(count)
      if peak != stored.hash && !hasNamedRow(in: start..<end) {
        verification.note(.rowsReplaced(start...(end - 1)))
      }
      start = end
      rest -= count
    }
  }

  /// Whether one of the rows was found changed by itself, which explains their common hash.
  private func hasNamedRow(in rows: Range<Int64>) -> Bool {
    verification.problems.contains { problem in
      if case .rowChanged(let row) = problem { rows.contains(row) } else { false }
    }
  }

  private mutating func compare(with checkpoint: AuditCheckpoint) {
    if Int64(frontier.size) < checkpoint.size {
      verification.note(.shorterThanCheckpoint(checkpoint.size))
    } else if rootAtCheckpoint != checkpoint.root {
      verification.note(.differsFromCheckpoint(checkpoint.size))
    }
  }
}
