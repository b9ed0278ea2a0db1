internal import CIAM
internal import IAM

/// Why a call has no answer, as the codes of `iam.h`.
enum CheckFailure: Error, Equatable, CaseIterable {
  case argument
  case structSize
  case tooLong
  case encoding
  case storeMissing
  case storeUnsuitable
  case storeBusy
  case storeFailed
  case revision
  case readerInUse
  case forked
  case `internal`
  case session
  case handle

  /// The number of the header.
  var code: Int32 {
    let code =
      switch self {
      case .argument: IAM_ERROR_ARGUMENT
      case .structSize: IAM_ERROR_STRUCT_SIZE
      case .tooLong: IAM_ERROR_TOO_LONG
      case .encoding: IAM_ERROR_ENCODING
      case .storeMissing: IAM_ERROR_STORE_MISSING
      case .storeUnsuitable: IAM_ERROR_STORE_UNSUITABLE
      case .storeBusy: IAM_ERROR_STORE_BUSY
      case .storeFailed: IAM_ERROR_STORE_FAILED
      case .revision: IAM_ERROR_REVISION
      case .readerInUse: IAM_ERROR_READER_IN_USE
      case .forked: IAM_ERROR_FORKED
      case .internal: IAM_ERROR_INTERNAL
      case .session: IAM_ERROR_SESSION
      case .handle: IAM_ERROR_HANDLE
      }
    return Int32(code)
  }

  /// One line of English.
  var text: StaticString {
    switch self {
    case .argument: "an argument is missing or cannot be what it is"
    case .structSize: "a structure has a size or fields that this library does not know"
    case .tooLong: "a text or a list is longer than allowed"
    case .encoding: "a text is not UTF-8"
    case .storeMissing: "there is no database at the path"
    case .storeUnsuitable: "the file is no database of this version that is safe to read"
    case .storeBusy: "another process kept the database for too long"
    case .storeFailed: "the database is damaged or cannot be read"
    case .revision: "the database has not reached the revision that was asked for"
    case .readerInUse: "another thread is using this reader"
    case .forked: "this process was forked while a handle was open"
    case .internal: "an unexpected failure inside the library"
    case .session: "the session is unknown or has ended"
    case .handle: "a handle is not of this reader or not of the kind needed"
    }
  }

  /// Whether the store was asked and did not answer.
  var isOfStore: Bool {
    switch self {
    case .storeMissing, .storeUnsuitable, .storeBusy, .storeFailed: true
    default: false
    }
  }

  /// What a caller of the C functions can do about an error of the library.
  init(_ error: any Error) {
    switch error {
    case let failure as CheckFailure: self = failure
    case let error as DatabaseError: self.init(error.kind)
    case IAMError.notLoggedIn: self = .session
    default: self = .internal
    }
  }

  private init(_ kind: DatabaseError.Kind) {
    self =
      switch kind {
      case .missing: .storeMissing
      case .incomplete, .notADatabase, .notARegularFile, .foreignApplication, .schemaTooNew,
        .schemaTooOld, .worldWritable:
        .storeUnsuitable
      case .busy: .storeBusy
      case .readOnly, .alreadyExists, .integrity, .constraint, .storage: .storeFailed
      }
  }
}
