import Policy
import TestSupport
import Testing

@testable import IAM

/// Product permission groups. B3, F4.
@Suite struct ProductGroupTests {
  private let firm: Firm

  init() throws { firm = try Firm() }

  @Test func `a group is made, filled, emptied, renamed and removed`() throws {
    try firm.act { change in
      try change.createProductGroup("华东")
      try change.add(["PNG.SH", "LNG.SH.D1"], toProductGroup: "华东")
      try change.remove(["LNG.SH.D1"], fromProductGroup: "华东")
      try change.renameProductGroup("华东", to: "上海")
    }
    let listing = try firm.ask { try $0.productGroups() }
    #expect(listing == [ProductGroupListing(name: "上海", products: ["PNG.SH"], holders: [])])
    try firm.act { try $0.deleteProductGroup("上海") }
    #expect(try firm.ask { try $0.productGroups() } == [])
  }

  @Test func `products are known by list or by grammar, and only within the entitlement`() throws {
    try firm.act { try $0.createProductGroup("天然气") }
    #expect(
      try refusal {
        try firm.act { try $0.add(["PNG.XX", "PNG.SH.13", "LNG"], toProductGroup: "天然气") }
      } == .notFound(.product, "PNG.XX`, `PNG.SH.13"))
    #expect(
      try refusal { try firm.act { try $0.add(["CNG", "LNG"], toProductGroup: "天然气") } }
        == .refused([
          .outside(.productGroup("天然气"), items: [.product("CNG")], ceiling: .entitlement)
        ]))
  }

  @Test func `a node below a granted one cannot be taken out`() throws {
    try firm.act { change in
      try change.createProductGroup("天然气")
      try change.add(["PNG"], toProductGroup: "天然气")
    }
    #expect(
      try refusal { try firm.act { try $0.remove(["PNG.SH"], fromProductGroup: "天然气") } }
        == .conflict(.coveredBy(.product, "PNG.SH", by: "PNG")))
  }

  @Test func `a group in use is not removed`() throws {
    try firm.hire("trader-001")
    try firm.act { change in
      try change.createProductGroup("天然气")
      try change.assign(Assignment(productGroups: ["天然气"]), to: "trader-001")
    }
    #expect(
      try refusal { try firm.act { try $0.deleteProductGroup("天然气") } }
        == .conflict(.inUse(.productGroup, "天然气", by: ["trader-001"])))
  }
}
