internal import Policy
internal import Synchronization

/// The compiled tenants that the readers of one checker share, so that each is compiled once.
final class TenantCache: Sendable {
  private struct Content {
    var origin: StoreOrigin?
    var catalogue: CompiledCatalogue?
    var tenants: [Int64: CompiledTenant] = [:]
  }

  private let content = Mutex(Content())

  /// The catalogue of a version, if it is the one kept.
  func catalogue(_ version: Int64, _ origin: StoreOrigin) -> CompiledCatalogue? {
    content.withLock { content in
      guard content.origin == origin else { return nil }
      return content.catalogue.flatMap { $0.version == version ? $0 : nil }
    }
  }

  /// A tenant of a revision, compiled with the catalogue of a version, if it is kept.
  func tenant(
    _ id: Int64, revision: Int64, version: Int64, _ origin: StoreOrigin
  ) -> CompiledTenant? {
    content.withLock { content in
      guard content.origin == origin, let found = content.tenants[id] else { return nil }
      return found.revision == revision && found.catalogue.version == version ? found : nil
    }
  }

  /// Keeps a catalogue in place of any other.
  func keep(_ catalogue: CompiledCatalogue, _ origin: StoreOrigin) {
    content.withLock { content in
      if content.origin != origin { content = Content(origin: origin) }
      content.catalogue = catalogue
    }
  }

  /// Keeps a tenant, unless a later one is kept.
  func keep(_ tenant: CompiledTenant, _ id: Int64, _ origin: StoreOrigin) {
    content.withLock { content in
      if content.origin != origin { content = Content(origin: origin) }
      if let kept = content.tenants[id], kept.revision > tenant.revision { return }
      content.tenants[id] = tenant
    }
  }
}

/// Which database something came from: revisions of another do not compare.
struct StoreOrigin: Equatable, Sendable {
  /// The file.
  var device: UInt
  var node: UInt
  /// How often it was replaced.
  var generation: UInt64
}
