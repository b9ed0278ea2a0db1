import IAM

/// `iamctl member profile set --file FILE [TENANT]`.
let memberProfileSetCommand = Command(
  "member profile set", Text(zh: "提交会员资料", en: "Submit a member's profile"), .changes,
  examples: [
    "iamctl member profile set --file profile.json",
    "iamctl member profile set --file profile.json M000001",
  ],
  ownOrNamedMember,
  Option(
    "--file", "FILE",
    Text(
      zh: "JSON：regions、applicant、annual_volume、enterprise_type、documents",
      en: "JSON: regions, applicant, annual_volume, enterprise_type, documents"),
    as: FilePath.self)
) { context, tenant, file in
  let identity = try context.identity()
  let json = try context.documentJSON(at: file)
  let profile = try context.checking { () throws(InvalidField) in try MemberProfile(json) }
  let submission = try ProfileSubmission(profile) { document in
    try context.console.read(
      FilePath(text: document.path.besides(file)), limit: ProfileDocument.maximumByteCount)
  }
  return try context.registry().change(as: identity, dryRun: context.isDryRun) { change in
    try change.setProfile(submission, of: tenant)
  }.output
}

extension String {
  /// The path as seen from the folder of a file; an absolute path is itself.
  fileprivate func besides(_ file: FilePath) -> String {
    guard !hasPrefix("/"), let slash = file.text.lastIndex(of: "/") else {
      // A file that is called `-` is not standard input.
      return hasPrefix("/") ? self : "./" + self
    }
    return file.text[...slash] + self
  }
}
