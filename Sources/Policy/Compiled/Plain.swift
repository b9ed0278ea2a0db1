// What compiled tenants keep in plain memory.
extension Marks: BitwiseCopyable {}
extension Instant: BitwiseCopyable {}
extension Validity: BitwiseCopyable {}
extension Reason: BitwiseCopyable {}
extension Decision.Scope: BitwiseCopyable {}
extension AccountState: BitwiseCopyable {}
