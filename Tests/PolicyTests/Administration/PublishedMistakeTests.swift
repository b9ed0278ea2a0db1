import Policy
import Testing

/// Ways round the authority of others that systems of this kind have been published to allow.
struct PublishedMistakeTests {
  let world = Offices.world()

  @Test func `nobody gains by joining a group`() {
    // `C` hands the role Funds to whoever joins; the head of `A` does not administer `C`.
    let first = world.violations(by: "boss-0001") { $0.operators["user-a-1"]?.joined = ["C"] }
    #expect(first == [.operatorNotYours("user-a-1")])
    let second = world.violations(by: "boss-0001") { $0.operators["boss-0001"]?.joined = ["C"] }
    #expect(second == [.operatorNotYours("boss-0001")])
    let third = world.violations(by: "other-001") { $0.operators["user-a-1"]?.joined = ["C"] }
    #expect(third == [.operatorNotYours("user-a-1")])
    let fourth = world.violations(by: "master-01") { $0.operators["user-a-1"]?.joined = ["C"] }
    #expect(fourth.isEmpty)
  }

  @Test func `nobody gains by moving a group under one's own`() {
    let first = world.violations(by: "boss-0001") { $0.groups["C"]?.parent = "A" }
    #expect(first.contains(.groupNotYours("C")))
    let second = world.violations(by: "other-001") { $0.groups["B"]?.parent = "C" }
    #expect(second.contains(.groupNotYours("B")))
    let third = world.violations(by: "lead-0001") { $0.groups["B"]?.parent = .rootGroup }
    #expect(third.contains(.groupNotYours("B")))
    let fourth = world.violations(by: "master-01") { $0.groups["C"]?.parent = "A" }
    #expect(fourth.isEmpty)
  }

  @Test func `nobody gains by an inclusion in a role one may edit`() {
    // One in `A` holds the role View; one in `C` does too, and has Funds from its group already.
    let violations = world.violations(by: "lead-0001") { $0.roles["View"]?.includes = ["Funds"] }
    #expect(violations.gainers == ["user-a-1"])
  }

  @Test func `nobody makes a user straight into a group of more power`() {
    for group: Name in [.rootGroup, "C"] {
      let violations = world.violations(by: "boss-0001") {
        $0.person("new-00001", home: group, menus: ["trade.view"])
      }
      #expect(violations == [.operatorNotYours("new-00001")])
    }
    let joining = world.violations(by: "boss-0001") {
      $0.person("new-00001", home: "A")
      $0.operators["new-00001"]?.joined = ["C"]
    }
    #expect(joining == [.operatorNotYours("new-00001")])
    #expect(
      world.violations(by: "boss-0001") {
        $0.person("new-00001", home: "B", menus: ["trade.view"])
      }.isEmpty)
  }

  @Test func `deleting a role lifts no restriction`() {
    // Nothing in a role takes away, so without it there is only less.
    var after = world
    after.roles["Funds"] = nil
    for username in Offices.usernames {
      let gained = difference(
        after.can(username, at: Clock.now).map(\.effective),
        minus: world.can(username, at: Clock.now).map(\.effective))
      #expect(gained.isEmpty)
    }
  }

  @Test func `a role that loses its last product falls back and counts as a gain`() {
    var before = world
    before.roles["Png"] = Role(menus: ["funds"], products: ["PNG.SH"])
    before.operators["user-c-1"]?.holdings.roles = [Given("Png")]
    let first = before.violations(by: "boss-0001") { $0.roles["Png"]?.products = [] }
    #expect(
      first.gainers.contains(
        "user-c-1"))
  }

  @Test func `a name like that of an administrator gives no authority`() {
    var before = world
    for username: Username in ["admin-01", "root-0001", "system-01"] {
      before.person(username)
      let violations = before.violations(by: username) {
        $0.operators["user-b-1"]?.holdings.menus = []
      }
      #expect(violations.contains(.operatorNotYours("user-b-1")))
    }
  }

  @Test func `a suspended holder is no store for what one may not hand out`() {
    #expect(
      world.violations(by: "lead-0001") { $0.menuGroups["Desk"] = ["trade", "funds"] }.gainers
        .contains("user-c-1"))
  }

  @Test func `an office does not shield somebody from its own administrator`() {
    let first = world.violations(by: "boss-0001") {
      $0.groups["B"]?.administrators.insert("user-c-1")
    }
    #expect(first == [.operatorNotYours("user-c-1")])
    let second = world.violations(by: "boss-0001") {
      $0.groups["B"]?.administrators.insert("user-a-1")
    }
    #expect(second.isEmpty)
  }

  @Test func `a grant that begins later is judged now`() {
    let later = Given<Name>("Funds", validity: Validity(from: Clock.later))
    let violations = world.violations(by: "lead-0001") {
      $0.groups["B"]?.handsDown.roles = [later]
    }
    // One whose home is `B` administers `A`, above the actor: it may be given nothing.
    #expect(
      violations.gainers.contains("peer-0001"))
  }
}
