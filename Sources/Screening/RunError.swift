public import Bytes
public import Ledger

/// What ends a run before it is published. What is wrong with single records never stands here:
/// that is data, counted and written to `quarantine.jsonl`.
public enum RunError: Error, Sendable {
  /// An input does not exist, is no file, or broke off while it was read.
  case input(path: String, reason: String)
  /// The register or the configuration cannot be understood; `line` where it is known.
  case configuration(path: String, line: Int?, reason: String)
  /// Why the gate refused or held the lists, one sentence each, without personal data.
  case listsRefused([String])
  /// The same where a signature does not hold.
  case signatureRefused([String])
  /// Why a person's decision on a list cannot be taken.
  case decision(String)
  /// The two sides of at least one identity differ: a person or a file was lost or counted twice.
  case countsDiffer([Identity])
  /// A flight that fits several legs; the caller must choose.
  case flightIsAmbiguous(legs: [String])
  /// The same run is published with other bytes in `file`.
  case publishedDiffers(folder: String, file: String)
  /// A file that was asked for is there and differs.
  case outputDiffers(path: String)
  /// Nothing could be written, or not all of it.
  case output(path: String, reason: String, isFull: Bool)
  case ledger(LedgerError)
  /// Another run holds the lock of this state folder.
  case locked(path: String)

  /// The error of an output.
  init(writing error: BytesError) {
    switch error {
    case .cannotWrite(let path, let reason, let isFull):
      self = .output(path: path, reason: reason, isFull: isFull)
    case .cannotOpen(let path, let reason), .cannotRead(let path, let reason),
      .archive(let path, let reason):
      self = .output(path: path, reason: reason, isFull: false)
    case .notRegular(let path):
      self = .output(path: path, reason: "is not a regular file", isFull: false)
    case .vanished(let path):
      self = .output(path: path, reason: "is not there any more", isFull: false)
    }
  }

  /// The error of an input.
  public init(reading error: BytesError) {
    switch error {
    case .cannotOpen(let path, let reason), .cannotRead(let path, let reason),
      .archive(let path, let reason), .cannotWrite(let path, let reason, _):
      self = .input(path: path, reason: reason)
    case .notRegular(let path):
      self = .input(path: path, reason: "is not a regular file or a folder")
    case .vanished(let path): self = .input(path: path, reason: "is not there any more")
    }
  }
}
