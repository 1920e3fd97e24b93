import BenchmarkSupport

/// Invented passenger name lists of 250 persons each.
struct PNLGenerator {
  private var random = SeededGenerator(seed: 2028)
  private var sample = Sample()

  static func make(_ bytes: Int) -> Sample {
    var generator = PNLGenerator()
    while generator.sample.bytes.count < bytes { generator.list() }
    return generator.sample
  }

  private mutating func line(_ text: String) { sample.add(text + "\r\n") }

  private mutating func list() {
    let flight = random.number(1000...1999)
    line("QU SPLPIXX")
    line(".AMSRMXX 271800")
    line("PNL")
    line("XX\(flight)/28NOV AMS PART1")
    line("-JFK250Y")
    for _ in 0..<250 { person() }
    line("ENDPNL")
    line("")
  }

  private mutating func person() {
    let person = Traveller(&random)
    sample.expect(surname: person.surname, given: person.given, birth: person.birth)
    line("1\(person.surname)/\(person.first)\(person.title)")
    line(".L/Q\(random.digits(5))/XX")
    let docs = Array(".R/DOCS HK1\(person.docs(&random))")
    line(String(docs.prefix(64)))
    if docs.count > 64 { line(".RN/" + String(docs.dropFirst(64))) }
    line(".R/TKNE HK1 \(random.digits(13))/1")
    if random.chance(50) { line(".R/VGML HK1") }
    if random.chance(50) { line(".R/CTCM HK1 31\(random.digits(9))") }
    if random.chance(30) { line(".O/XX0456Y28JFKBOS1815HK") }
  }
}
