/// Values that never change, in memory of their own: read through a pointer, without counting
/// references and without the header of an array in between.
package final class FixedMemory<Element: BitwiseCopyable & Sendable>: Sendable {
  /// How many values.
  package let count: Int
  /// A pointer is not `Sendable`, which is right in general; memory that is never written again may
  /// be read by every thread, so its address is kept as a number.
  private let address: UInt

  /// Copies some values.
  package init(_ values: some Collection<Element>) {
    count = values.count
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(1, values.count))
    _ = memory.initialize(from: values)
    address = UInt(bitPattern: memory.baseAddress)
  }

  deinit { UnsafeMutablePointer(mutating: start).deallocate() }

  /// The first value; valid as long as this object is.
  package var start: UnsafePointer<Element> {
    guard let start = UnsafePointer<Element>(bitPattern: address) else {
      preconditionFailure("memory that was allocated is not at zero")
    }
    return start
  }
}
