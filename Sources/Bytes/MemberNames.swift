/// The names under which the members of one input are reported, each another one.
struct MemberNames {
  private var taken: Set<String> = []
  /// How often a name was wanted that not even folders make another one.
  private var repeats: [String: Int] = [:]

  /// The member's own name; with as much of its folders as needed, then with a number, where an earlier
  /// member has that name already.
  /// - Parameter archive: the name of the archive that it lies in; empty for the input itself.
  mutating func name(of path: [UInt8], in archive: String) -> String {
    func within(_ name: String) -> String { archive.isEmpty ? name : "\(archive)/\(name)" }
    var name = MemberName.shown(path)
    if taken.insert(within(name)).inserted { return within(name) }
    // No deeper than a reader would read.
    for folder in MemberName.folders(path).suffix(8).reversed() {
      name = "\(folder)/\(name)"
      if taken.insert(within(name)).inserted { return within(name) }
    }
    var number = repeats[within(name), default: 1]
    repeat { number += 1 } while !taken.insert(within("\(name) (\(number))")).inserted
    repeats[within(name)] = number
    return within("\(name) (\(number))")
  }
}
