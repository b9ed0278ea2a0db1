/// What a new exchange starts with, compiled in from the data files under `seed/`.
///
/// Each value is read when it is first asked for. That the files are sound is held by tests, so a
/// file that cannot be read here is a bug.
public enum Seed {
  /// The menus, products and markets.
  public static let catalogue = read(PackageResources.catalogue_json) {
    json throws(DocumentError) in try CatalogueDocument(json)
  }

  /// What the approval of each business qualification opens.
  ///
  /// - Source: `A9`, `A10`.
  public static let qualifications = section(
    "qualifications", of: PackageResources.qualifications_json, keys: Qualification.keys
  ) { node throws(DocumentError) in try Qualification(node) }

  /// What each kind of tenant is entitled to from the start: one for each kind.
  public static let entitlements = section(
    "entitlements", of: PackageResources.entitlements_json, keys: Entitlement.keys
  ) { node throws(DocumentError) in try Entitlement(node) }

  /// The recommended menu groups.
  ///
  /// - Source: `B5`, `B6`.
  public static let presets = section(
    "presets", of: PackageResources.presets_json, keys: Preset.keys
  ) { node throws(DocumentError) in try Preset(node) }

  /// The trading regions.
  ///
  /// - Source: `F4`.
  public static let regions = section(
    "regions", of: PackageResources.provinces_json, keys: Region.keys, others: ["provinces"]
  ) { node throws(DocumentError) in try Region(node) }

  /// The 34 provinces by their short names, in official order.
  public static let provinces = section(
    "provinces", of: PackageResources.provinces_json, keys: Province.keys, others: ["regions"]
  ) { node throws(DocumentError) in try Province(node) }

  private static func section<Item>(
    _ name: String, of bytes: [UInt8], keys: [String], others: [String] = [],
    make: (DocumentReader) throws(DocumentError) -> Item
  ) -> [Item] {
    read(bytes) { json throws(DocumentError) in
      let reader = try DocumentReader(json, keys: [name] + others)
      var items: [Item] = []
      for node in try reader.objects(name, keys: keys) { items.append(try make(node)) }
      return items
    }
  }

  private static func read<Content>(
    _ bytes: [UInt8], make: (JSONValue) throws(DocumentError) -> Content
  ) -> Content {
    do {
      return try make(try JSONValue(reading: bytes))
    } catch let error as DocumentError {
      preconditionFailure("The built-in data must be sound: \(error.wording.en).")
    } catch {
      preconditionFailure("The built-in data must be JSON: \(error).")
    }
  }
}
