import Bytes
public import Feeds
import Records

/// One fuzz target: a way of framing, and the formats of the registry that are read through it; or what
/// feeds are packed in.
///
/// `Tests/Fuzz` builds a program of libFuzzer for each; `FuzzCorpusTests` gives the inputs that are kept
/// to the same check, and proves that no format of the registry is left out.
public struct FuzzTarget: Sendable {
  /// As in the product's name: `FuzzEDIFACT`, and in the folders `Corpus/EDIFACT`, `FailCases/EDIFACT`.
  public let name: String
  /// How the identifiers of its formats end; nil for what all of them may be packed in.
  let suffix: String?

  public static let all = [
    FuzzTarget(name: "EDIFACT", suffix: "-edifact"), FuzzTarget(name: "CSV", suffix: "-csv"),
    FuzzTarget(name: "TypeB", suffix: "type-b"), FuzzTarget(name: "XML", suffix: "-xml"),
    FuzzTarget(name: "Containers", suffix: nil),
  ]

  /// The formats that share this target's parser.
  public let formats: [any FeedFormat]

  private init(name: String, suffix: String?) {
    self.name = name
    self.suffix = suffix
    formats = FeedRegistry.formats.filter { format in
      suffix.map { format.descriptor.id.hasSuffix($0) } ?? false
    }
  }

  /// Reads `input` in all ways that must agree.
  /// - Returns: the first property that does not hold, in words; nil if all do.
  public func violation(_ input: [UInt8]) -> String? {
    var batch = PassengerBatch()
    return violation(input, &batch, isThorough: true)
  }

  func violation(
    _ input: [UInt8], _ batch: inout PassengerBatch, isThorough: Bool
  ) -> String? {
    if suffix == nil {
      return ContainerProperties(input: input).violation(&batch, isThorough: isThorough)
    }
    for format in formats { _ = format.recognises(input) }
    guard let format = formats.first else { return "no format of the registry has this target" }
    return FeedProperties(format: format, input: input, isWholeOrNothing: name == "XML")
      .violation(&batch)
  }
}

/// What a program of libFuzzer calls with one input after the other.
public final class FuzzRun {
  private let target: FuzzTarget
  /// Kept, so that its memory is not asked for a million times.
  private var batch = PassengerBatch()

  public init(_ name: String) {
    guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
      fatalError("there is no target \(name)")
    }
    self.target = target
  }

  /// Stops the program where a property does not hold.
  public func take(_ input: UnsafeBufferPointer<UInt8>) {
    // Sound: libFuzzer's bytes are copied before this call returns.
    let violation = unsafe target.violation(Array(input), &batch, isThorough: false)
    if let violation { fatalError(violation) }
  }
}
