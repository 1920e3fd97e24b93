internal import ArgumentParser
internal import Screening

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a published run: checksums and counts.",
    discussion: """
      Compares every file with SHA256SUMS and the hit files with the hashes in run.json, counts the \
      records in the files, and works out every identity anew from the inputs that run.json lists. \
      Exit code 65 when something differs; the identity is named.

      Example:
        pnrscreen verify out/20261128-3f9a0c44e1b2
      """)

  @Argument(help: "A run folder.", completion: .directory)
  var folder: String

  func run() throws {
    let result = try Failure.worded { () throws(RunError) in try RunVerification(folder: folder) }
    guard result.problems.isEmpty else {
      throw Failure(
        .countsDiffer, "\(folder) is damaged: \(result.problems.joined(separator: "; "))")
    }
    StandardOutput.write("\(folder): \(result.filesChecked) files and all counts agree\n")
  }
}
