internal import ArgumentParser
internal import Bytes
internal import Matching
internal import Names
internal import Records
internal import Screening

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Explain one comparison, field by field.",
    discussion: """
      Takes a line of 'pnrscreen parse' and a line of 'pnrscreen watchlist show', and tells how \
      alike they are and why, whatever the score. The weights are bits (log2 of the likelihood \
      ratio); they add up to the score. Prints JSON, on a terminal a table. With the operator's own \
      table of name frequencies in the settings, names weigh what they weigh in a run.

      Examples:
        pnrscreen compare --passenger '{"surname":"EL AMRANI","given":"MOHAMED"}' \\
          --listed '{"names":[{"full":"Mohamed El Amrani"}]}'
        pnrscreen compare --passenger @passenger.json --listed @listed.json --json
      """)

  @Option(help: ArgumentHelp("Passenger object, or @FILE.", valueName: "json"))
  var passenger: String

  @Option(help: ArgumentHelp("Object of a listed person, or @FILE.", valueName: "json"))
  var listed: String

  @Flag(help: "JSON also on a terminal.")
  var json = false

  @OptionGroup var shared: ConfigurationOptions

  func run() throws {
    let (passenger, listed) = (try bytes(of: passenger), try bytes(of: listed))
    let settings = try shared.settings()
    let frequency = try Failure.worded { () throws(RunError) in try settings.nameFrequency() }
    let comparison: Comparison
    do throws(Comparison.InvalidObject) {
      comparison = try Comparison(passenger: passenger, listed: listed, frequency: frequency)
    } catch {
      throw Failure(.usage, error.text)
    }
    let isTable = StandardOutput.isTerminal && !json
    StandardOutput.write(isTable ? Array(table(comparison).utf8) : comparison.json())
  }

  /// The option's text, or the file that it names.
  private func bytes(of option: String) throws(Failure) -> [UInt8] {
    guard option.hasPrefix("@") else { return Array(option.utf8) }
    let path = String(option.dropFirst())
    do {
      return try readWholeFile(path, maximumBytes: Limits.standard.configurationBytes)
    } catch {
      throw Failure(RunError(reading: error))
    }
  }

  private func table(_ comparison: Comparison) -> String {
    let explanation = comparison.explanation
    let score = Double(explanation.scoreMillionths) / 1_000_000
    var text =
      "\(explanation.band.rawValue), score \(score), best name \(comparison.listedName)\n\n"
    for field in explanation.evidence {
      let weight = Double(field.weightCentibits) / 100
      text += row(field.field.rawValue, field.verdict.rawValue, "\(weight) bits", field.relation)
      text += "    \(field.passenger ?? "-")  |  \(field.listed ?? "-")\n"
      for token in field.tokens {
        text += "      " + (token.passenger ?? "-") + "  |  " + (token.listed ?? "-")
        text += "  \(token.relation.rawValue) \(token.similarity)\n"
      }
    }
    return text
  }

  private func row(_ parts: String?...) -> String {
    parts.compactMap { $0 }.map { part in
      part + String(repeating: " ", count: max(1, 14 - part.count))
    }.joined() + "\n"
  }
}
