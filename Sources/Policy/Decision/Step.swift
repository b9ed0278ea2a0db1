/// The ten steps of a decision, in the order they are checked; the first that fails is the reason.
public enum Step: Int, Sendable, CaseIterable {
  case `operator` = 1
  case target, tenant, firstLogin, ceiling, grant, account, hours, key, paymentPassword
}
