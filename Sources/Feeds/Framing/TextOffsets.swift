import Bytes

/// Where the letters of recoded text stand in the input, so that what is found in the text is reported
/// where a reader of the input finds it.
///
/// Kept as runs of letters of one length, of which plain text has one. Where letters of different lengths
/// alternate through a large file, what lies far back is known to a few bytes only.
struct TextOffsets: Sendable {
  private struct Run {
    var text: UInt64
    var input: UInt64
    var textBytes: UInt64
    var inputBytes: UInt64

    /// As if the run went on to there.
    func input(of place: UInt64) -> UInt64 { input + (place - text) / textBytes * inputBytes }
  }

  /// 2 MiB of them.
  private static let runsMax = 1 << 16

  private var runs: [Run] = []
  private var textEnd: UInt64 = 0

  /// Takes the next letter.
  /// - Parameters:
  ///   - input: where it begins in the input.
  ///   - inputBytes: how many bytes it has there.
  ///   - textBytes: how many it has in the text.
  mutating func append(at input: UInt64, inputBytes: Int, textBytes: Int) {
    let run = Run(
      text: textEnd, input: input, textBytes: UInt64(textBytes), inputBytes: UInt64(inputBytes))
    textEnd += run.textBytes
    if let last = runs.last, last.textBytes == run.textBytes, last.inputBytes == run.inputBytes,
      last.input(of: run.text) == input
    {
      return
    }
    if runs.count == TextOffsets.runsMax { thin() }
    runs.append(run)
  }

  /// Forgets every other run of the older half.
  private mutating func thin() {
    let half = TextOffsets.runsMax / 2
    runs = stride(from: 0, to: half, by: 2).map { runs[$0] } + runs[half...]
  }

  /// Where a place of the text stands in the input.
  func input(of place: UInt64) -> UInt64 {
    let next = (0..<runs.count).partitioningIndex { runs[$0].text > place }
    guard next > 0 else { return place }
    let run = runs[next - 1]
    guard next < runs.count else { return run.input(of: place) }
    // Up to the next run letters are of one length, unless runs between were forgotten.
    let share = (place - run.text).multipliedFullWidth(by: runs[next].input - run.input)
    return run.input + (runs[next].text - run.text).dividingFullWidth(share).quotient
  }
}
