public import Bytes

/// What keeps a list or a register from being used. Texts name the file and what to do, never a person.
public enum WatchlistError: Error, Equatable, Sendable {
  /// `--format` or the register names a format that the registry does not have.
  case unknownFormat(id: String)
  /// No format of the registry knows the beginning of the file.
  case unrecognised(path: String)
  /// A format got more or fewer files than it is made of.
  case wrongFileCount(format: String, expected: ClosedRange<Int>, given: Int)
  /// The file is missing or cannot be read.
  case unreadable(BytesError)
  /// The file is not of the format, broken off, ill-formed, wrongly encoded or without any record.
  case refused(path: String, reason: String)
  /// The register, or the profile of a list, is invalid; `line` from 1, 0 where none can be named.
  case register(path: String, line: Int, reason: String)
}

extension WatchlistError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownFormat(let id):
      let known = WatchlistRegistry.formats.map(\.descriptor.id).joined(separator: ", ")
      return "format \"\(id)\" is not known; use one of: \(known)"
    case .unrecognised(let path):
      return "\(path): begins as no list that is known; name its format with --format"
    case .wrongFileCount(let format, let expected, let given):
      let count =
        expected.count == 1
        ? "\(expected.lowerBound)" : "\(expected.lowerBound) to \(expected.upperBound)"
      return "format \(format) is read from \(count) file(s), \(given) given"
    case .unreadable(let error): return error.listDescription
    case .refused(let path, let reason): return "\(path): \(reason)"
    case .register(let path, let line, let reason):
      return line > 0 ? "\(path):\(line): \(reason)" : "\(path): \(reason)"
    }
  }
}

extension BytesError {
  /// In words, for a list file.
  var listDescription: String {
    switch self {
    case .cannotOpen(let path, let reason): "\(path): cannot be opened: \(reason)"
    case .cannotRead(let path, let reason): "\(path): cannot be read: \(reason)"
    case .cannotWrite(let path, let reason, _): "\(path): cannot be written: \(reason)"
    case .notRegular(let path): "\(path): is not a regular file"
    case .vanished(let path): "\(path): is not there any more"
    case .archive(let path, let reason): "\(path): \(reason)"
    }
  }

  /// In words, for a spreadsheet, which is a zip.
  var spreadsheetReason: String {
    guard case .archive(_, let reason) = self else { return listDescription }
    return "is no intact spreadsheet: \(reason); fetch the list again"
  }
}
