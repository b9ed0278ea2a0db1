extension TenantCompiler {
  /// The tenant, ready to answer.
  ///
  /// - Complexity: O(size of the tenant); for operators whose grants begin or end, times the number
  ///   of these instants.
  consuming func compile() -> CompiledTenant {
    let isOpen = TenantStage(draft.tenant).closing == .none && !draft.tenant.requiresKey
    var people = CompiledPeople()
    for person in draft.operators {
      let ceilings = appendCeilings(of: person)
      var list = RectangleList(start: Int32(rectangles.count))
      var boundaries: [Instant] = []
      if !person.facts.isMaster {
        findChannels(of: person)
        boundaries = self.boundaries()
        list = appendRectangles(at: nil)
      } else {
        rectangles.append(rectangle(of: opened))
        list.count = 1
      }
      var time: Int32 = -1
      let isTimeless = person.facts.validity == .always && person.facts.lockedUntil == nil
      if !isTimeless || !boundaries.isEmpty {
        time = Int32(people.times.count)
        let first = people.segments.count
        for from in boundaries.isEmpty ? [] : [Instant(milliseconds: .min)] + boundaries {
          people.segments.append(TimeSegment(from: from, rectangles: appendRectangles(at: from)))
        }
        people.times.append(
          TimeRecord(
            validity: person.facts.validity, lockedUntil: person.facts.lockedUntil,
            firstSegment: first, segmentCount: people.segments.count - first))
      }
      let record = OperatorRecord(person, rectangles: list, ceilings: ceilings, time: time)
      people.records.append(record)
      people.entries.append(
        OperatorEntry(key: person.key, plain: isOpen && record.isPlain ? plain(list) : .none))
    }
    return CompiledTenant(self, people)
  }

  /// The sets of menus of some rectangles; none where not all of them have a bit.
  private func plain(_ list: RectangleList) -> PlainGrants {
    var bits: UInt64 = 1
    for place in Int(list.start)..<Int(list.start + list.count) {
      let set = rectangles[place].menus
      guard set < 64 else { return .none }
      bits |= 1 << UInt64(set)
    }
    return PlainGrants(bits: bits)
  }

  /// The instants at which what comes by the channels changes, ascending; never the least of all.
  private func boundaries() -> [Instant] {
    var instants: Set<Instant> = []
    for channel in scratch.channels {
      var next = channel.holdings
      while next >= 0 {
        let holding = draft.holdings[Int(next)]
        if let from = holding.validity.from { instants.insert(from) }
        if let until = holding.validity.until { instants.insert(until) }
        next = holding.next
      }
    }
    return instants.isEmpty
      ? [] : instants.filter { $0.milliseconds != .min }.sorted()
  }

  /// The ceilings of the groups that an operator is in itself; `nil` when one of them is all that is
  /// opened.
  private mutating func appendCeilings(of person: TenantDraft.Person) -> RectangleList? {
    var list = RectangleList(start: Int32(rectangles.count))
    for group in [person.home] + person.joined where group >= 0 {
      guard let ceiling = ceilings[Int(group)].words else {
        rectangles.removeLast(rectangles.count - Int(list.start))
        return nil
      }
      rectangles.append(rectangle(of: ceiling))
      list.count += 1
    }
    return list
  }
}

/// The operators of a tenant as they are compiled.
struct CompiledPeople {
  var entries: [OperatorEntry] = []
  var records: [OperatorRecord] = []
  var times: [TimeRecord] = []
  var segments: [TimeSegment] = []
}
