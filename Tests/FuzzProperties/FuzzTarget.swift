import Bytes
public import Feeds
import Records

/// One fuzz target: a way of framing, and the formats of the registry that are read through it; or what
/// feeds are packed in; or the watch lists.
///
/// `Tests/Fuzz` builds a program of libFuzzer for each; `FuzzCorpusTests` gives the inputs that are kept
/// to the same check, and proves that no format of the registry is left out.
public struct FuzzTarget: Sendable {
  /// As in the product's name: `FuzzEDIFACT`, and in the folders `Corpus/EDIFACT`, `FailCases/EDIFACT`.
  public let name: String
  /// The formats that share this target's parser; none where all of them may be packed in it.
  public let formats: [any FeedFormat]

  /// - Parameter suffix: how the identifiers of its formats end; nil for what all may be packed in.
  private init(name: String, suffix: String?) {
    self.name = name
    formats = FeedRegistry.formats.filter { format in
      suffix.map { format.descriptor.id.hasSuffix($0) } ?? false
    }
  }

  public static let all = [
    FuzzTarget(name: "EDIFACT", suffix: "-edifact"), FuzzTarget(name: "CSV", suffix: "-csv"),
    FuzzTarget(name: "TypeB", suffix: "type-b"), FuzzTarget(name: "XML", suffix: "-xml"),
    FuzzTarget(name: "Containers", suffix: nil), FuzzTarget(name: lists, suffix: nil),
  ]

  /// The target of all list formats; a file is read in every one that it may be of.
  private static let lists = "Lists"

  /// Reads `input` in all ways that must agree, and in several ways to cut it.
  /// - Returns: the first property that does not hold, in words; nil if all do.
  public func violation(_ input: [UInt8]) -> String? {
    var batch = PassengerBatch()
    if name == FuzzTarget.lists {
      return (0..<4).lazy.compactMap { ListProperties(input: input, variant: $0).violation() }.first
    }
    if formats.isEmpty {
      return ContainerProperties(input: input).violation(&batch, isThorough: true)
    }
    for variant in 0..<16 {
      if let found = violation(input, &batch, variant: UInt64(variant)) { return found }
    }
    return nil
  }

  /// Reads `input` in one of the ways to cut it.
  func violation(
    _ input: [UInt8], _ batch: inout PassengerBatch, variant: UInt64 = 0
  ) -> String? {
    if name == FuzzTarget.lists { return ListProperties(input: input).violation() }
    guard let format = formats.first else {
      return ContainerProperties(input: input).violation(&batch, isThorough: false)
    }
    for format in formats { _ = format.recognises(input) }
    return FeedProperties(
      format: format, input: input, variant: variant, isWholeOrNothing: name == "XML"
    ).violation(&batch)
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
    let violation = unsafe target.violation(Array(input), &batch)
    if let violation { fatalError(violation) }
  }
}
