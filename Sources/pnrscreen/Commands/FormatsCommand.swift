internal import ArgumentParser
internal import Bytes
internal import Feeds
internal import HitFiles
internal import Watchlists

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Every feed, list and report format that this program knows.",
    discussion: """
      The id of a list format is what the register's "format" and --format take. Feeds are \
      recognised from their content.

      Example:
        pnrscreen formats
      """)

  @Flag(help: "One JSON object a line.")
  var json = false

  private var axes: [(name: String, formats: [FormatDescriptor])] {
    [
      ("feed", FeedRegistry.descriptors),
      ("list", WatchlistRegistry.formats.map { $0.descriptor }),
      ("report", HitWriterRegistry.all.map { $0.descriptor }),
    ]
  }

  func run() throws {
    var out = JSONWriter()
    var text = ""
    for (axis, formats) in axes {
      for format in formats {
        out.beginObject()
        out.member("axis", axis)
        out.member("id", format.id)
        out.member("title", format.title)
        out.member("specification", format.specification)
        out.endObject()
        out.endLine()
        let id = format.id + String(repeating: " ", count: max(1, 20 - format.id.count))
        let column = axis + String(repeating: " ", count: 8 - axis.count)
        text += "\(column)\(id)\(format.title) (\(format.specification))\n"
      }
    }
    StandardOutput.write(json ? out.bytes : Array(text.utf8))
  }
}
