extension TenantView {
  /// Whether the answer about an operator and an action depends on when it is asked.
  package func dependsOnTime(_ person: Int, _ target: CompiledTarget) -> Bool {
    records[person].time >= 0
      || target.menu >= 0 && marks[Int(target.menu)].contains(.hours)
  }

  /// Decides about one of the operators.
  ///
  /// - Parameters:
  ///   - person: its number.
  ///   - target: numbers of this tenant and its catalogue.
  ///   - instant: disregarded where ``dependsOnTime(_:_:)`` says so.
  ///   - session: what the session proved; all roles are taken as active.
  /// - Complexity: O(rectangles of the operator), for most operators one.
  package func verdict(
    _ person: Int, _ target: CompiledTarget, at instant: Instant, paymentVerified: Bool,
    keyVerified: Bool
  ) -> Verdict {
    let record = records + person
    if let reason = stateReason(record, at: instant) { return deny(reason) }
    guard target.menu >= 0 else { return deny(.menuUnknown) }
    let marks = self.marks[Int(target.menu)]
    if let reason = targetReason(target, marks) { return deny(reason) }
    if let reason = stage.reason(against: marks) { return deny(reason) }
    if record.pointee.flags.contains(.loginPasswordPending), !marks.contains(.setup) {
      return deny(.firstLoginIncomplete)
    }
    guard covers(rectangles(of: record, at: instant), target) else {
      return deny(grantReason(record, target))
    }
    if let reason = accountReason(target, marks) { return deny(reason) }
    if marks.contains(.hours), !instant.isWithinHours { return deny(.outsideHours) }
    if marks.contains(.key) || requiresKey, !keyVerified { return deny(.keyRequired) }
    if marks.contains(.paymentPassword) {
      guard record.pointee.flags.contains(.paymentPasswordSet) else {
        return deny(.paymentPasswordNotSet)
      }
      guard paymentVerified else { return deny(.paymentPasswordRequired) }
    }
    let scope: Decision.Scope =
      marks.contains(.ownScope) ? .own : marks.contains(.needsAccount) ? .account : .tenant
    return Verdict(reason: nil, scope: scope, revision: revision)
  }

  /// A denial at this revision.
  @inline(__always)
  package func deny(_ reason: Reason) -> Verdict { .denied(reason, revision: revision) }

  @inline(__always)
  private func stateReason(_ record: UnsafePointer<OperatorRecord>, at instant: Instant) -> Reason?
  {
    if !record.pointee.flags.isDisjoint(with: .inactive) {
      if record.pointee.flags.contains(.pending) { return .operatorPending }
      return record.pointee.flags.contains(.suspended) ? .operatorSuspended : .operatorOffboarded
    }
    guard record.pointee.time >= 0 else { return nil }
    let time = times[Int(record.pointee.time)]
    if let from = time.validity.from, instant < from { return .operatorPending }
    if let until = time.validity.until, instant >= until { return .operatorExpired }
    if let end = time.lockedUntil, instant < end { return .operatorLocked }
    return nil
  }

  @inline(__always)
  private func targetReason(_ target: CompiledTarget, _ marks: Marks) -> Reason? {
    if target.product == CompiledTarget.unknown { return .productUnknown }
    if target.account == CompiledTarget.unknown { return .accountUnknown }
    if target.product < 0, marks.contains(.needsProduct) { return .productRequired }
    if target.account < 0, marks.contains(.needsAccount) { return .accountRequired }
    return nil
  }

  @inline(__always)
  private func rectangles(of record: UnsafePointer<OperatorRecord>, at instant: Instant)
    -> RectangleList
  {
    guard record.pointee.time >= 0 else { return record.pointee.rectangles }
    let time = times + Int(record.pointee.time)
    guard time.pointee.segmentCount > 0 else { return record.pointee.rectangles }
    var low = time.pointee.firstSegment
    var high = low + time.pointee.segmentCount
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].from <= instant { low = middle } else { high = middle }
    }
    return segments[low].rectangles
  }

  @inline(__always)
  private func accountReason(_ target: CompiledTarget, _ marks: Marks) -> Reason? {
    guard target.account >= 0 else { return nil }
    switch accountStates[Int(target.account)] {
    case .closed: return .accountClosed
    case .frozen: return marks.contains(.readOnly) ? nil : .accountFrozen
    case .open: return nil
    }
  }
}

extension TenantView {
  /// Why no rectangle covers a target: step 5, then what the nearest one failed on.
  private func grantReason(_ record: UnsafePointer<OperatorRecord>, _ target: CompiledTarget)
    -> Reason
  {
    guard holds(.opened, target) else { return .outsideEntitlement }
    // Only validity can have kept a rectangle of the list without validities from covering.
    if covers(record.pointee.rectangles, target) { return .grantExpired }
    guard record.pointee.flags.contains(.reachesOpened) || covers(record.pointee.ceilings, target)
    else {
      return .outsidePool
    }
    var nearest = Reason.menuNotGranted
    for rectangle in elements(of: record.pointee.rectangles) where holdsMenu(rectangle, target) {
      if holdsProduct(rectangle, target) { return .accountNotGranted }
      nearest = .productNotGranted
    }
    return nearest
  }

  @inline(__always)
  private func elements(of list: RectangleList) -> UnsafeBufferPointer<CompiledRectangle> {
    UnsafeBufferPointer(start: rectangles + Int(list.start), count: Int(list.count))
  }

  @inline(__always)
  private func covers(_ list: RectangleList, _ target: CompiledTarget) -> Bool {
    elements(of: list).contains { holds($0, target) }
  }

  @inline(__always)
  private func holds(_ rectangle: CompiledRectangle, _ target: CompiledTarget) -> Bool {
    holdsMenu(rectangle, target) && holdsProduct(rectangle, target)
      && holdsAccount(rectangle, target)
  }

  @inline(__always)
  private func holdsMenu(_ rectangle: CompiledRectangle, _ target: CompiledTarget) -> Bool {
    let place = Int(target.menu) * Int(columnStride) + Int(rectangle.menus)
    return columns[place >> 3] >> UInt8(place & 7) & 1 != 0
  }

  @inline(__always)
  private func holdsProduct(_ rectangle: CompiledRectangle, _ target: CompiledTarget) -> Bool {
    target.product < 0 || isInReach(rectangle, from: 0, target.product)
  }

  @inline(__always)
  private func holdsAccount(_ rectangle: CompiledRectangle, _ target: CompiledTarget) -> Bool {
    target.account < 0 || isInReach(rectangle, from: productWords, target.account)
  }

  @inline(__always)
  private func isInReach(_ rectangle: CompiledRectangle, from start: Int32, _ number: Int32) -> Bool
  {
    let place = Int(rectangle.reach) * Int(reachWords) + Int(start + (number >> 6))
    return reaches[place] >> UInt64(number & 63) & 1 != 0
  }
}
