/// Values that never change, in memory of their own: read through a pointer, without counting
/// references and without the header of an array in between.
package final class FixedMemory<Element: BitwiseCopyable & Sendable>: Sendable {
  /// How many values.
  package let count: Int
  /// A pointer is not `Sendable`, which is right in general; memory that is never written again may
  /// be read by every thread, so its address is kept as a number.
  private let address: UInt

  /// Copies some values.
  ///
  /// - Parameter alignment: of the first, in bytes; what is as long as a line of the processor's
  ///   cache lies in one unless another is named.
  package init(_ values: some Collection<Element>, alignment: Int? = nil) {
    count = values.count
    let stride = MemoryLayout<Element>.stride
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: stride * max(1, values.count),
      alignment: alignment ?? (stride == 64 ? 64 : MemoryLayout<Element>.alignment))
    let start = memory.bindMemory(to: Element.self, capacity: max(1, values.count))
    _ = UnsafeMutableBufferPointer(start: start, count: values.count).initialize(from: values)
    address = UInt(bitPattern: memory)
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
