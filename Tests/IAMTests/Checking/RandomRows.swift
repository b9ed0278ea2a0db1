import Policy
import TestSupport

@testable import IAM

/// Rows of every kind that decides, chosen at random.
struct RandomRows {
  let tenant: Int64

  private static let menus = [
    "trade", "trade.listing", "trade.listing.view", "*", "funds", "delivery.view", "operators",
    "member-center.user-info", "trade.bidding.own-quotes", "no.such",
  ]
  private static let products = ["PNG", "PNG.SH", "PNG.SH.D1", "LNG.BJ", "*", "LNG", "XXX"]
  private static let asked = [
    "trade.listing.view", "trade.listing.create", "trade.bidding.own-quotes", "funds.own.view",
    "delivery.view", "operators.read", "trade", "trade.efp.create", "trade.contracts",
  ]

  /// A question about an operator.
  static func check(_ name: Username, _ random: inout SplitMix64) -> Check {
    Check(
      operator: name.text, menu: random.pick(asked),
      product: random.pick([nil, "PNG.SH.D1", "PNG-SH-W", "PNG SH D2", "LNG", "LNG.BJ.D9", "CNG"]),
      account: random.pick([nil, "T000001-GAS-01", "T000001-GAS-02", "T9"]),
      session: SessionFacts(paymentVerified: random.chance(oneIn: 2)))
  }

  /// Inserts them.
  func insert(into change: borrowing Change, _ random: inout SplitMix64) throws {
    try change.execute(
      """
      INSERT INTO account (id, tenant_id, code, settlement_code, market, state, opened_at)
      VALUES (90, ?, 'T000001-GAS-02', 'S000001-GAS-02', 'gas', 'frozen', 0)
      """, tenant)
    for id in 901...903 as ClosedRange<Int64> {
      try change.execute("INSERT INTO menu_group VALUES (?, ?, ?)", id, tenant, "M\(id)")
      try change.execute("INSERT INTO product_group VALUES (?, ?, ?)", id, tenant, "P\(id)")
      try change.execute(
        "INSERT INTO role VALUES (?, ?, ?, ?)", id, tenant, "R\(id)", random.chance(oneIn: 3))
      for menu in random.some(Self.menus) {
        try change.execute("INSERT INTO menu_group_menu VALUES (?, ?)", id, menu)
      }
      for product in random.some(Self.products) {
        try change.execute("INSERT INTO product_group_product VALUES (?, ?)", id, product)
      }
      for menu in random.some(Self.menus) {
        try change.execute("INSERT INTO role_menu VALUES (?, ?)", id, menu)
      }
      for product in random.chance(oneIn: 2) ? random.some(Self.products) : [] {
        try change.execute("INSERT INTO role_product VALUES (?, ?)", id, product)
      }
      if random.chance(oneIn: 3) {
        try change.execute("INSERT INTO role_account VALUES (?, 90)", id)
      }
    }
    for id in 901...903 as ClosedRange<Int64> { try insertGroup(id, change, &random) }
    try change.execute("INSERT INTO role_inclusion VALUES (901, 902), (902, 903), (903, 901)")
    for number in 0..<6 { try insertOperator(number, change, &random) }
  }

  private func insertGroup(
    _ id: Int64, _ change: borrowing Change, _ random: inout SplitMix64
  ) throws {
    let parent = try id == 903 ? 902 : change.reading.rootGroup(of: tenant)
    try change.execute(
      "INSERT INTO user_group VALUES (?, ?, ?, ?, ?, ?, NULL, 0)", id, tenant, "G\(id)", parent,
      random.chance(oneIn: 2), random.chance(oneIn: 2))
    for menu in random.some(Self.menus) {
      try change.execute("INSERT INTO pool_menu VALUES (?, ?)", id, menu)
    }
    for product in random.some(Self.products) {
      try change.execute("INSERT INTO pool_product VALUES (?, ?)", id, product)
    }
    if random.chance(oneIn: 2) {
      try change.execute("INSERT INTO pool_account VALUES (?, 90)", id)
    }
    try give(to: (nil, id), change, &random)
  }

  private func insertOperator(
    _ number: Int, _ change: borrowing Change, _ random: inout SplitMix64
  ) throws {
    let groups = [try change.reading.rootGroup(of: tenant), 901, 902, 903]
    let id = try change.insertOperator(
      NewOperator(
        username: Username(unchecked: "person-\(number)"), name: "人员", tenant: tenant,
        home: random.pick(groups)))
    if random.chance(oneIn: 3) {
      try change.execute("INSERT INTO operator_group VALUES (?, 903)", id)
    }
    try give(to: (id, nil), change, &random)
    if random.chance(oneIn: 3) { try give(to: (id, nil), change, &random) }
  }

  private func give(
    to holder: (person: Int64?, group: Int64?), _ change: borrowing Change,
    _ random: inout SplitMix64
  ) throws {
    let now = change.now.milliseconds
    for column in 0..<7 where !random.chance(oneIn: 3) {
      let set = Int64(901 + random.number(below: 3))
      try change.execute(
        """
        INSERT INTO holding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, try change.nextID("holding"), holder.person, holder.group,
        column == 0 ? random.pick(Self.menus) : nil,
        column == 1 ? random.pick(Self.products) : nil, column == 2 ? 90 : nil as Int64?,
        column == 3 ? 1 : nil as Int64?, column == 4 ? set : nil, column == 5 ? set : nil,
        column == 6 ? set : nil, random.pick([nil, nil, now - 1, now + 1]),
        random.pick([nil, nil, now + 2]))
    }
  }
}
