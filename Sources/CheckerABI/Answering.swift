internal import CIAM
internal import IAM
internal import Policy

/// The whole of a check: asks, writes the decision, answers the number.
///
/// Whatever fails leaves a denial in the decision.
func answer(
  in decision: UnsafeMutablePointer<iam_decision>?, asking ask: () throws -> Verdict
) -> Int32 {
  do {
    // SAFETY: the header asks the caller for a structure of the size that its first field says.
    let place = unsafe try AnswerPlace(decision)
    do {
      place.write(.denial())
      let answer = try ask()
      place.write(iam_decision(answer))
      return Int32(answer.isAllowed ? IAM_ALLOWED : IAM_DENIED)
    } catch {
      let failure = CheckFailure(error)
      place.write(.denial(failure.isOfStore ? .storeUnavailable : nil))
      return failure.code
    }
  } catch {
    return CheckFailure(error).code
  }
}

/// The whole of an opening: writes the handle or `nil`, and a message about an error.
///
/// - Returns: 0 or the number of the failure.
func open(
  _ place: UnsafeMutablePointer<OpaquePointer?>?, _ message: consuming MessagePlace,
  _ make: () throws -> OpaquePointer
) -> Int32 {
  do {
    // SAFETY: the header asks the caller for a place that holds a pointer.
    guard let place = unsafe place else { throw CheckFailure.argument }
    // SAFETY: as above.
    unsafe place.pointee = nil
    try OpenHandles.enter()
    do {
      // SAFETY: as above.
      unsafe place.pointee = try make()
    } catch {
      OpenHandles.leave()
      throw error
    }
    message.write("")
    return 0
  } catch {
    message.write(error)
    return CheckFailure(error).code
  }
}
