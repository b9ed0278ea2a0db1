/// Values that never change, in memory of their own: read through a pointer, without counting
/// references and without the header of an array in between.
package struct FixedMemory<Element: BitwiseCopyable & Sendable>: Sendable {
  private let memory: FixedBytes

  /// Copies some values.
  ///
  /// - Parameter alignment: of the first, in bytes; what is as long as a line of the processor's
  ///   cache lies in one unless another is named.
  package init(_ values: some Collection<Element>, alignment: Int? = nil) {
    let stride = MemoryLayout<Element>.stride
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: stride * max(1, values.count),
      alignment: alignment ?? (stride == 64 ? 64 : MemoryLayout<Element>.alignment))
    let start = bytes.bindMemory(to: Element.self, capacity: max(1, values.count))
    _ = UnsafeMutableBufferPointer(start: start, count: values.count).initialize(from: values)
    memory = FixedBytes(bytes, count: values.count)
  }

  /// How many values.
  package var count: Int { memory.count }

  /// The first value; valid as long as this memory is kept.
  package var start: UnsafePointer<Element> { memory.start.assumingMemoryBound(to: Element.self) }
}

/// Memory that is freed with the last who keeps it, whatever is in it: one class for all, as the
/// runtime makes those of a generic class one by one at their first use.
private final class FixedBytes: Sendable {
  let count: Int
  /// A pointer is not `Sendable`, which is right in general; memory that is never written again may
  /// be read by every thread, so its address is kept as a number.
  private let address: UInt

  init(_ memory: UnsafeMutableRawPointer, count: Int) {
    self.count = count
    address = UInt(bitPattern: memory)
  }

  deinit { UnsafeMutableRawPointer(mutating: start).deallocate() }

  var start: UnsafeRawPointer {
    guard let start = UnsafeRawPointer(bitPattern: address) else {
      preconditionFailure("memory that was allocated is not at zero")
    }
    return start
  }
}
