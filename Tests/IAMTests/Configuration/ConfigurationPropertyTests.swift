import Policy
import TestSupport
import Testing

@testable import IAM

/// Laws of documents, on configurations made at random; the seed is the argument.
@Suite struct ConfigurationPropertyTests {
  @Test(arguments: UInt64(1)...12)
  func `what is applied to an empty tenant is exported again, and then differs in nothing`(
    seed: UInt64
  ) throws {
    let member = try ConfiguredMember()
    let configuration = RandomConfiguration.make(seed: seed)
    let document = ConfigurationDocument(configuration, of: member.tenant)
    let registry = member.exchange.registry
    let master = Identity.unchecked(ConfiguredMember.master)
    let planned = try registry.inquire(as: master) { try $0.plan(document) }
    #expect(planned == TenantConfiguration().differences(to: configuration))
    let differences = try registry.change(as: master) { try $0.apply(document) }
    #expect(differences == planned)
    #expect(try member.export().json.text() == document.json.text())
    #expect(try registry.inquire(as: master) { try $0.plan(document, prune: true) } == [])
  }

  @Test(arguments: UInt64(1)...6)
  func `the way from one configuration to another ends there, and the way back at the start`(
    seed: UInt64
  ) throws {
    let member = try ConfiguredMember()
    let registry = member.exchange.registry
    let master = Identity.unchecked(ConfiguredMember.master)
    let first = RandomConfiguration.make(seed: seed)
    var second = RandomConfiguration.make(seed: seed + 1000)
    second.operators = first.operators.mapValues { person in
      var person = person
      person.group = .rootGroup
      person.groups = []
      person.holdings = []
      return person
    }
    for name in second.groups.keys { second.groups[name]?.administrators = [] }
    for configuration in [first, second, first] {
      let document = ConfigurationDocument(configuration, of: member.tenant)
      try registry.change(as: master) { _ = try $0.apply(document) }
      #expect(try member.export().json.text() == document.json.text())
    }
  }

  @Test(arguments: UInt64(1)...6)
  func `the order of sections and of lists decides nothing`(seed: UInt64) throws {
    let member = try ConfiguredMember()
    let document = ConfigurationDocument(RandomConfiguration.make(seed: seed), of: member.tenant)
    var generator = SeededGenerator(seed: seed)
    let shuffled = try ConfigurationDocument(document.json.shuffled(using: &generator))
    try member.exchange.registry.change(as: .unchecked(ConfiguredMember.master)) {
      _ = try $0.apply(shuffled)
    }
    #expect(try member.export().json.text() == document.json.text())
  }
}

extension JSONValue {
  /// The value with its keys and lists in another order, at every level.
  fileprivate func shuffled(using generator: inout SeededGenerator) -> JSONValue {
    switch self {
    case .array(let items):
      var mixed = items.map { $0.shuffled(using: &generator) }
      mixed.shuffle(using: &generator)
      return .array(mixed)
    case .object(let members):
      var mixed = members.map { (key: $0.key, value: $0.value.shuffled(using: &generator)) }
      mixed.shuffle(using: &generator)
      return .object(mixed)
    default: return self
    }
  }
}
