internal import Policy
internal import Synchronization

/// The compiled tenants that the readers of one checker share, so that each is compiled once.
///
/// It holds the database open that they came from: as long as a file is open no other gets its
/// number, so two files never look like one.
final class TenantCache: Sendable {
  private struct Content {
    var origin: StoreOrigin?
    var keeper: Database?
    var catalogue: CompiledCatalogue?
    var tenants = KeptTenants()

    init() {}

    init(of store: StoreView) {
      origin = store.origin
      keeper = store.database
    }
  }

  private let content = Mutex(Content())
  private let latest = Mutex<UInt64>(0)

  /// The edition of what is opened now.
  var edition: UInt64 { latest.withLock { $0 } }

  /// Lets what is opened from now on be of another edition than a store that was found replaced.
  func startAnew(after origin: StoreOrigin) {
    latest.withLock { if $0 == origin.edition { $0 &+= 1 } }
    forget(origin)
  }

  /// Keeps nothing more of a store, and its file no longer open.
  func forget(_ origin: StoreOrigin) {
    // The database is closed once the lock is free.
    let forgotten = content.withLock { content in
      guard content.origin == origin else { return Content() }
      defer { content = Content() }
      return content
    }
    withExtendedLifetime(forgotten) {}
  }

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
  func keep(_ catalogue: CompiledCatalogue, of store: StoreView) {
    content.withLock { content in
      if content.origin != store.origin { content = Content(of: store) }
      content.catalogue = catalogue
    }
  }

  /// Keeps a tenant, unless a later one is kept.
  func keep(_ tenant: CompiledTenant, _ id: Int64, of store: StoreView) {
    content.withLock { content in
      if content.origin != store.origin { content = Content(of: store) }
      if let kept = content.tenants[id], kept.revision > tenant.revision { return }
      content.tenants.keep(tenant, id)
    }
  }
}

/// Tenants by their ids, in order. A dictionary would cost the first answer of a process as much as
/// compiling half a tenant: the runtime looks through all conformances for that of its keys.
private struct KeptTenants {
  private struct Kept {
    var id: Int64
    var tenant: CompiledTenant
  }

  private var kept: [Kept] = []

  /// A tenant; `nil` when it is not kept.
  ///
  /// - Complexity: O(log n).
  subscript(id: Int64) -> CompiledTenant? {
    let place = place(of: id)
    return place < kept.count && kept[place].id == id ? kept[place].tenant : nil
  }

  /// Keeps a tenant in place of one of the same id.
  ///
  /// - Complexity: O(n) moves of two words for one that is new, else O(log n).
  mutating func keep(_ tenant: CompiledTenant, _ id: Int64) {
    let place = place(of: id)
    if place < kept.count, kept[place].id == id {
      kept[place].tenant = tenant
    } else {
      kept.insert(Kept(id: id, tenant: tenant), at: place)
    }
  }

  /// The place of a tenant, or where it would come.
  private func place(of id: Int64) -> Int {
    firstPlace(of: kept.count) { kept[$0].id >= id }
  }
}

/// Which database something came from: revisions of another do not compare.
struct StoreOrigin: Equatable, Sendable {
  /// The file.
  var device: UInt
  var node: UInt
  /// How often it was replaced by this program.
  var generation: UInt64
  /// How often a reader of the checker found it replaced, or changed in its place by another program.
  var edition: UInt64
}
