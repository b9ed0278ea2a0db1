extension TenantCompiler {
  /// Finds the ways by which things come to an operator: its own, and every group around it.
  mutating func findChannels(of person: TenantDraft.Person) {
    scratch.channels.removeAll(keepingCapacity: true)
    scratch.channels.append(.init(holdings: person.holdings, group: person.home))
    for group in [person.home] + person.joined where group >= 0 {
      for above in lineages[Int(group)]
      where !scratch.channels.dropFirst().contains(where: { $0.group == above }) {
        scratch.channels.append(
          .init(holdings: draft.groups[Int(above)].holdings, group: above))
      }
    }
  }

  /// Appends the rectangles that have come by the channels, valid at an instant or, with `nil`, ever.
  mutating func appendRectangles(at instant: Instant?) -> RectangleList {
    var list = RectangleList(start: Int32(rectangles.count))
    collectOwnSides(at: instant)
    for channel in scratch.channels {
      collectMenusAndRoles(of: channel, at: instant)
      appendRectangle(role: nil, channel, to: &list)
      for role in scratch.reached { appendRectangle(role: Int(role), channel, to: &list) }
      for role in scratch.reached { scratch.isReached[Int(role)] = false }
    }
    return list
  }

  private mutating func collectOwnSides(at instant: Instant?) {
    scratch.ownProducts.clear()
    scratch.ownAccounts.clear()
    for channel in scratch.channels where channel.holdings >= 0 {
      scratch.products.clear()
      scratch.accounts.clear()
      var next = channel.holdings
      while next >= 0 {
        let holding = draft.holdings[Int(next)]
        next = holding.next
        guard instant.map(holding.validity.contains) != false else { continue }
        switch holding.thing {
        case .product(let code):
          for span in productSpans[Int(code)] { scratch.products.insert(span) }
        case .productGroup(let set): scratch.products.formUnion(productSets, set)
        case .account(let account): scratch.accounts.insert(Int(account)..<Int(account) + 1)
        case .everyAccount: scratch.accounts.fill()
        case .menus, .everyMenu, .menuGroup, .role: break
        }
      }
      addToOwnSides(cutBy: ceilingWords(of: channel.group))
    }
  }

  private mutating func addToOwnSides(cutBy ceiling: [UInt64]) {
    for index in 0..<layout.products {
      scratch.ownProducts[index] |= scratch.products[index] & ceiling[layout.menus + index]
    }
    let start = layout.menus + layout.products
    for index in 0..<layout.accounts {
      scratch.ownAccounts[index] |= scratch.accounts[index] & ceiling[start + index]
    }
  }

  /// What a group may hand out; nothing for one that is not there.
  func ceilingWords(of group: Int32) -> [UInt64] {
    group < 0 ? layout.empty : ceilings[Int(group)].words ?? opened
  }

  private mutating func collectMenusAndRoles(of channel: GrantScratch.Channel, at instant: Instant?)
  {
    scratch.menus.clear()
    scratch.reached.removeAll(keepingCapacity: true)
    var next = channel.holdings
    while next >= 0 {
      let holding = draft.holdings[Int(next)]
      next = holding.next
      guard instant.map(holding.validity.contains) != false else { continue }
      switch holding.thing {
      case .menus(let span): scratch.menus.insert(span)
      case .everyMenu:
        for span in draft.catalogue.wildcardMenus { scratch.menus.insert(span.range) }
      case .menuGroup(let set): scratch.menus.formUnion(draft.menus, set)
      case .role(let role): reach(role)
      case .product, .productGroup, .account, .everyAccount: break
      }
    }
    var place = 0
    while place < scratch.reached.count {
      for included in draft.roles[Int(scratch.reached[place])].includes { reach(included) }
      place += 1
    }
  }

  private mutating func reach(_ role: Int32) {
    guard !scratch.isReached[Int(role)] else { return }
    scratch.isReached[Int(role)] = true
    scratch.reached.append(role)
  }

  /// Appends what a role, or with `nil` what was given without one, permits below the ceiling of a
  /// channel.
  private mutating func appendRectangle(
    role: Int?, _ channel: GrantScratch.Channel, to list: inout RectangleList
  ) {
    let ceiling = ceilingWords(of: channel.group)
    let named = role.map { draft.roles[$0] }
    for index in 0..<layout.menus {
      let menus = named.map { draft.menus.word(index, of: $0.sides.menus) } ?? scratch.menus[index]
      scratch.rectangle[index] = menus & ceiling[index]
    }
    guard !SetPool.isEmpty(scratch.rectangle[..<layout.menus]) else { return }
    var place = layout.menus
    for index in 0..<layout.products {
      let own = scratch.ownProducts[index]
      let products =
        named.map { $0.namesProducts ? productSets.word(index, of: $0.sides.products) : own } ?? own
      scratch.rectangle[place] = products & ceiling[place]
      place += 1
    }
    for index in 0..<layout.accounts {
      let own = scratch.ownAccounts[index]
      let accounts = named.map { accountWord(index, of: $0, own: own) } ?? own
      scratch.rectangle[place] = accounts & ceiling[place]
      place += 1
    }
    let rectangle = rectangle(of: scratch.rectangle)
    guard !rectangles[Int(list.start)...].contains(rectangle) else { return }
    rectangles.append(rectangle)
    list.count += 1
  }

  /// The numbers of the two sets of a rectangle.
  mutating func rectangle(of words: [UInt64]) -> CompiledRectangle {
    CompiledRectangle(
      menus: menuSets.number(of: words[..<layout.menus]),
      reach: reaches.number(of: words[layout.menus...]))
  }

  private func accountWord(_ index: Int, of role: TenantDraft.Role, own: UInt64) -> UInt64 {
    if role.sides.hasEveryAccount { return .max }
    return role.namesAccounts ? accountSets.word(index, of: role.sides.accounts) : own
  }
}
