internal import Bytes
internal import Foundation
internal import HitFiles

/// Checks a published folder from its own files: `pnrscreen verify`. Needs no key and no ledger.
public struct RunVerification: Sendable {
  /// Files whose checksum was compared.
  public private(set) var filesChecked = 0
  /// What does not agree, one sentence each, without personal data.
  public private(set) var problems: [String] = []

  private let folder: String

  /// - Throws: ``RunError/input(path:reason:)`` when this is no run folder.
  public init(folder: String) throws(RunError) {
    self.folder = folder
    let sums = try checksums()
    let names: [String]
    do { names = try folderEntries(folder) } catch { throw RunError(reading: error) }
    for name in names {
      let found = try? kind(ofPath: "\(folder)/\(name)", followsLinks: false)
      if found?.kind != .regularFile {
        problems.append("\(name) is no regular file")
      } else if name != RunFolder.checksumsName && sums[name] == nil {
        problems.append("\(name) is in the folder and not in \(RunFolder.checksumsName)")
      }
    }
    for (name, sha256) in sums.sorted(by: { $0.key < $1.key }) {
      filesChecked += 1
      let found = RunFolder.sha256(of: name, in: folder)
      if found == nil {
        problems.append(names.contains(name) ? "\(name) cannot be read" : "\(name) is missing")
      } else if found != sha256 {
        problems.append("\(name) has another checksum than published")
      }
    }
    checkReport()
  }

  private mutating func checksums() throws(RunError) -> [String: String] {
    let path = "\(folder)/\(RunFolder.checksumsName)"
    guard let data = RunFolder.contents(of: RunFolder.checksumsName, in: folder) else {
      throw .input(path: path, reason: "no such regular file; is this a run folder?")
    }
    var sums: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
      guard parts.count == 2, parts[0].utf8.count == 64 else {
        throw .input(path: path, reason: "is no list of checksums")
      }
      let name = String(parts[1].drop { $0 == " " || $0 == "*" })
      if sums.updateValue(String(parts[0]), forKey: name) != nil {
        problems.append("\(RunFolder.checksumsName) names \(name) twice")
      }
    }
    return sums
  }

  /// Compares the report with what is in the folder, and its counts with one another.
  private mutating func checkReport() {
    guard let data = RunFolder.contents(of: RunReport.name, in: folder),
      let report = ReportedRun(data)
    else {
      problems.append("\(RunReport.name) is missing or unreadable")
      return
    }
    // What the folder is called, also when it is reached through a link or as `.`.
    let name = URL(fileURLWithPath: folder).resolvingSymlinksInPath().lastPathComponent
    if report.id != name { problems.append("run.json is of another run than its folder") }
    for (name, sha256) in report.hitFiles.sorted(by: { $0.key < $1.key }) {
      if RunFolder.sha256(of: name, in: folder) != sha256 {
        problems.append("\(name) is not the file that run.json names")
      }
    }
    checkCounts(report, PublishedRecords(in: folder, of: report.hitFiles.keys))
  }

  /// Counts everything once more: from the inputs of the report, and the records of the files.
  private mutating func checkCounts(_ report: ReportedRun, _ records: PublishedRecords) {
    problems += records.problems
    let recount = report.recount(hitsWritten: records.hits)
    let identities = recount.identities
    for identity in identities {
      let stated = report.identities.first { $0.name == identity.name }
      if let stated, stated.left != identity.left || stated.right != identity.right || !stated.holds
      {
        problems.append(
          "run.json states \(identity.name) as \(stated.left) against \(stated.right), "
            + "its counts give \(identity.left) against \(identity.right)")
      } else if stated == nil {
        problems.append("run.json does not state \(identity.name)")
      }
    }
    let others =
      report.sums(recount) + report.flightSums() + report.hits(byBand: records.bands)
      + report.lists(named: records.lists)
      + report.findings(recount, lines: records.findings)
    for identity in identities + others where !identity.holds {
      problems.append("\(identity.name): \(identity.left) against \(identity.right)")
    }
  }
}
