extension TenantCompiler {
  /// The tenant, ready to answer.
  ///
  /// - Complexity: O(size of the tenant); for operators whose grants begin or end, times the number
  ///   of these instants.
  consuming func compile() -> CompiledTenant {
    words = opened
    words += Array(repeating: 0, count: layout.size * draft.operators.count)
    let isOpen = TenantStage(draft.tenant).closing == .none && !draft.tenant.requiresKey
    var records: [OperatorRecord] = []
    records.reserveCapacity(draft.operators.count)
    var times: [TimeRecord] = []
    var segments: [TimeSegment] = []
    for person in draft.operators {
      let ceilings = appendCeilings(of: person)
      let place = Int32(layout.size * (records.count + 1))
      var rectangles = RectangleList(start: place, count: 1)
      var boundaries: [Instant] = []
      if !person.facts.isMaster {
        findChannels(of: person)
        boundaries = self.boundaries()
        rectangles = moveToPlace(appendRectangles(at: nil), place)
      } else {
        for index in opened.indices { words[Int(place) + index] = opened[index] }
      }
      var time: Int32 = -1
      let isTimeless = person.facts.validity == .always && person.facts.lockedUntil == nil
      if !isTimeless || !boundaries.isEmpty {
        time = Int32(times.count)
        let first = segments.count
        for from in boundaries.isEmpty ? [] : [Instant(milliseconds: .min)] + boundaries {
          segments.append(TimeSegment(from: from, rectangles: appendRectangles(at: from)))
        }
        times.append(
          TimeRecord(
            validity: person.facts.validity, lockedUntil: person.facts.lockedUntil,
            firstSegment: first, segmentCount: segments.count - first))
      }
      records.append(
        OperatorRecord(
          person, rectangles: rectangles, ceilings: ceilings, time: time, isOpen: isOpen))
    }
    return CompiledTenant(
      draft, layout, products: products, records: records, times: times, segments: segments,
      words: words)
  }

  /// Moves the only rectangle of an operator from the end to the place that is kept for it, where it
  /// is found without looking at the operator's record first.
  private mutating func moveToPlace(_ list: RectangleList, _ place: Int32) -> RectangleList {
    guard list.count == 1 else { return list }
    for index in 0..<layout.size { words[Int(place) + index] = words[Int(list.start) + index] }
    words.removeLast(layout.size)
    return RectangleList(start: place, count: 1)
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
    var list = RectangleList(start: Int32(words.count))
    for group in [person.home] + person.joined where group >= 0 {
      guard let ceiling = ceilings[Int(group)] else {
        words.removeLast(words.count - Int(list.start))
        return nil
      }
      words += ceiling
      list.count += 1
    }
    return list
  }
}
