import BenchmarkSupport

/// Invented PNRGOV pushes of 150 bookings each, one interchange per push.
struct PNRGOVGenerator {
  private var random: SeededGenerator
  private var sample = Sample()
  private var segments = 0
  private let isDense: Bool

  static func make(_ bytes: Int, isDense: Bool) -> Sample {
    var generator = PNRGOVGenerator(random: SeededGenerator(seed: 2026), isDense: isDense)
    var number = 1
    generator.sample.bytes.reserveCapacity(bytes + 1 << 20)
    while generator.sample.bytes.count < bytes {
      generator.push(number)
      number += 1
    }
    return generator.sample
  }

  private init(random: SeededGenerator, isDense: Bool) {
    self.random = random
    self.isDense = isDense
  }

  private mutating func segment(_ text: String) {
    sample.add(text + "'")
    segments += 1
  }

  private mutating func push(_ number: Int) {
    let flight = random.number(100...1999)
    let bookings = 150
    sample.add("UNA:+.?*'UNB+IATA:1+XX+NLPIU+261127:2145+\(number)++PNRGOV'")
    segments = 0
    segment("UNH+1+PNRGOV:13:1:IA+XX\(flight)/281126/0930")
    segment("MSG+:22")
    segment("ORG+XX:AMS")
    segment("TVL+281126:0930:281126:1705+AMS+JFK+XX+\(flight)")
    segment("EQN+\(bookings)")
    for _ in 0..<bookings { booking(flight) }
    segment("UNT+\(segments + 1)+1")
    sample.add("UNZ+1+\(number)'")
  }

  private mutating func booking(_ flight: Int) {
    let size = [1, 1, 1, 1, 2, 2, 2, 3, 4][random.number(0...8)]
    var people: [Traveller] = []
    for _ in 0..<size {
      people.append(
        Traveller(&random, surname: random.chance(70) ? people.first?.surname : nil))
    }
    for person in people {
      sample.expect(surname: person.surname, given: person.given, birth: person.birth)
    }
    let locator =
      "Q" + String((0..<5).map { _ in "BCDFGHJKLMNPQRSTVWXZ".randomElement(using: &random) ?? "B" })
    segment("SRC")
    segment("RCI+XX:\(locator)::150926:0912")
    if !isDense { opening(locator) }
    for (index, person) in people.enumerated() { passenger(person, index + 1, flight) }
    let legs = isDense ? 1 : random.number(1...3)
    for leg in 0..<legs { itinerary(leg, flight, people, locator) }
    if !isDense, random.chance(50) { history(people) }
  }

  private mutating func opening(_ locator: String) {
    segment("SSR+OTHS:HK::XX:::::FREE TEXT?: TICKETED BY AGENT ?+ QUEUED \(random.digits(4))")
    segment("DAT+700:261126:2140+710:150926:0915")
    segment("IFT+4:28::XX+CTCT AMS 31 20 555 \(random.digits(4)) INVENTED TRAVEL AGENCY")
    segment("ORG+1A:MUC+\(random.digits(8)):AMSXX0100+AMS+XX:AMS+T+NL:EUR:NL+\(random.digits(4))AA")
    segment(
      "ADD++700:STREET \(random.digits(3)):INVENTED TOWN:::NL:\(random.digits(4))AA:3120555\(random.digits(4))"
    )
    segment("EBD+EUR:\(random.digits(2)).00+1::N")
  }

  private mutating func passenger(_ person: Traveller, _ reference: Int, _ flight: Int) {
    let given =
      isDense ? person.first : "\(person.first)\(random.chance(50) ? " " : "")\(person.title)"
    segment("TIF+\(person.surname)+\(given):A:\(reference)")
    let docs = person.docs(&random)
    if isDense {
      segment("SSR+DOCS:HK:1:XX:::::\(docs)+::\(reference)")
      segment("SSR+TKNE:HK:1:XX:::AMS:JFK:\(random.digits(13))C1+::\(reference)")
      segment("SSR+CTCM:HK:1:XX:::::/31\(random.digits(9))+::\(reference)")
      segment(
        "SSR+CTCE:HK:1:XX:::::/\(person.first)..\(person.surname)//EXAMPLE.COM+::\(reference)")
      segment("SSR+FQTV:HK:1:XX:::::/XX\(random.digits(9))+::\(reference)")
      segment("TKT+\(random.digits(13)):T:1")
      return
    }
    segment("FTI+XX:\(random.digits(9)):\(reference)::GOLD")
    segment("IFT+4:28::XX+CTCE \(person.first)..\(person.surname)//EXAMPLE.COM")
    segment("REF+:\(random.digits(10))")
    segment("EBD+EUR:40.00+1::N")
    segment("FAR+A+++++YFLEX")
    segment("SSR+DOCS:HK:1:XX:::::\(docs)+::\(reference)")
    segment(
      "SSR+DOCO:HK:1:XX:::::/INVENTED TOWN NLD/V/V\(random.digits(7))/THE HAGUE NLD/01JAN26/USA+::\(reference)"
    )
    segment(
      "SSR+DOCA:HK:1:XX:::::/D/USA/\(random.digits(3)) TEST AVENUE/NEW YORK/NY/\(random.digits(5))+::\(reference)"
    )
    segment("SSR+TKNE:HK:1:XX:::AMS:JFK:\(random.digits(13))C1+::\(reference)")
    segment(
      "SSR+FQTV:HK:1:XX:::::/XX\(random.digits(9))-\(person.surname)/\(person.first)+::\(reference)"
    )
    segment("SSR+CTCM:HK:1:XX:::::/31\(random.digits(9))+::\(reference)")
    segment("SSR+CTCE:HK:1:XX:::::/\(person.first)..\(person.surname)//EXAMPLE.COM+::\(reference)")
    segment("TKT+\(random.digits(13)):T:1")
    segment("MON+B:\(random.digits(3)).00:EUR+T:\(random.digits(3)).00:EUR")
    segment("PTK+NR++150926:2359+XX+999+AMS")
    segment("TXD++50.00:NL:EUR:RN+21.50:CJ:EUR+12.30:RN:EUR+5.60:US:EUR:YC")
    segment("DAT+710:150926")
    segment("FOP+CC::\(random.digits(3)).00:VI:XXXXXXXXXXXX\(random.digits(4)):0129")
    segment(
      "IFT+4:43+\(person.first) \(person.surname)+STREET \(random.digits(3)) INVENTED TOWN+31205550100"
    )
    segment("IFT+4:15:0+AMS XX NYC 250.00 XX AMS 250.00 NUC500.00 END ROE0.9\(random.digits(4))")
  }

  private mutating func itinerary(
    _ leg: Int, _ flight: Int, _ people: [Traveller], _ locator: String
  ) {
    let ports = [("AMS", "JFK"), ("JFK", "BOS"), ("BOS", "AMS")][leg]
    segment(
      "TVL+\(28 + leg)1126:0930:\(28 + leg)1126:1705+\(ports.0)+\(ports.1)+XX+\(flight + leg):Y")
    segment("RPI+\(people.count)+HK")
    guard !isDense else { return }
    segment("APD+789")
    for reference in 1...people.count {
      segment("SSR+SEAT:HK:1:XX:::\(ports.0):\(ports.1)+\(10 + reference)A::\(reference)")
      if random.chance(30) {
        segment("SSR+VGML:HK:1:XX:::\(ports.0):\(ports.1)+::\(reference)")
      }
    }
    segment("RCI+XX:\(locator)")
    guard leg == 0, random.chance(60) else { return }
    for (index, person) in people.enumerated() {
      segment("DAT+2:281126:0605")
      segment("ORG+XX:AMS++AMS++A")
      segment("TRI++AMS-0\(10 + index):::\(index + 1)")
      segment("TIF+\(person.surname)+\(person.first)\(person.title):A:\(index + 1)")
      segment("SSD+0\(11 + index)A++++Y")
      segment("TBD++2:31:700++HP:AMS-045+999:0999\(random.digits(6)):2:JFK")
    }
  }

  private mutating func history(_ people: [Traveller]) {
    segment("ABI+4+\(random.digits(8)):AMSXX0100+AMS++XX")
    segment("DAT+T:200926:1010")
    for person in people.prefix(1) {
      segment("SAC+++A")
      segment("SSR+DOCS:HK:1:XX:::::\(person.docs(&random))")
      segment("SAC+++X")
      segment("TIF+\(person.surname)+\(person.first)\(person.title):A:1")
    }
    segment("SAC+++A")
    segment("TVL+281126:0930:281126:1705+AMS+JFK+XX+99:Y")
    segment("RPI+1+HK")
    segment("LTS+0/O/NM/\(people[0].surname)/\(people[0].first) \(people[0].title)(ADT)")
    segment("LTS+0/O/FE/PAX VALID ON XX ONLY NON REF \(random.digits(8)) FLIGHT RESTRICTED CHANGES")
  }
}
