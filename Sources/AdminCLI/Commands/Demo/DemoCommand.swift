import IAM

/// `iamctl demo [--keep DIR]`.
let demoCommand = Command(
  "demo",
  Text(
    zh: "在临时数据库上演示全过程，并逐步检验", en: "Play the whole story on a temporary database and check each step"
  ),
  examples: ["iamctl demo", "iamctl demo --keep ./demo", "iamctl demo --lang zh"],
  OptionalOption(
    "--keep", "DIR",
    Text(zh: "保留文件的新目录", en: "a new folder in which the files are kept"), as: FilePath.self)
) { context, kept in
  let folder = try DemoFolder(
    keeping: kept?.text, temporary: context.console.environment[.temporary] ?? "/tmp")
  defer { folder.remove() }
  try folder.write(DemoDocuments.registration, to: "registration.json")
  try folder.write(DemoDocuments.profile, to: "profile.json")
  var console = context.console
  if console.json { console.output = DemoMemory() }
  console.json = false
  var demo = Demo(folder: folder.path, console: console)
  let failures = try demo.play(DemoStory.chapters)
  let steps = DemoStory.chapters.map(\.steps.count).reduce(0, +)
  let held = failures.isEmpty
  return Output.message(
    held
      ? Text(zh: "全部 \(steps) 步均符合预期。", en: "all \(steps) steps held")
      : Text(
        zh: "\(failures.count) 步不符合预期：" + failures.joined(separator: "；"),
        en: "\(failures.count) of \(steps) steps did not hold: " + failures.joined(separator: "; ")),
    json: [
      "steps": .number(Int64(steps)), "failures": .array(failures.map { .string($0) }),
    ]
  ).answering(held)
}
