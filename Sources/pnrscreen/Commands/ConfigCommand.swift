internal import ArgumentParser
internal import Names
internal import Screening

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Settings.", subcommands: [ConfigCheckCommand.self])
}

struct ConfigCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the settings and show each with the place it comes from.",
    discussion: """
      The command line wins over the environment, the environment over the file, the file over \
      the defaults. An unknown key or a wrong value ends with 78 and the line.

      A file looks like this:
        output = "/srv/hits"
        state = "/var/lib/pnrscreen"
        watchlists = "/etc/pnrscreen/register.toml"
        jobs = 8
        name_frequency = "/etc/pnrscreen/names.tsv"
        name_frequency_sha256 = "9f2c54c0…"
        hits_per_passenger = 1000

      An own table of name frequencies ('pnrscreen calibrate') is checked: its SHA-256 is the sign-off.

      Example:
        pnrscreen config check --config /etc/pnrscreen/pnrscreen.toml
      """)

  @OptionGroup var shared: SettingsOptions

  func run() throws {
    let settings = try shared.settings()
    let table = try Failure.worded { () throws(RunError) in try settings.signedNameFrequencies() }
    for key in SettingKey.allCases {
      guard let value = settings.values[key] else { continue }
      StandardOutput.write(
        "\(key.rawValue) = \(value.text)    # \(key.summary); from \(value.origin); "
          + "environment \(key.environmentName)\n")
    }
    if let table {
      StandardOutput.write(
        "# the table of name frequencies has the version \(table.version): "
          + "\(table.travellers) travellers, \(table.rows.count) tokens\n")
    }
  }
}
