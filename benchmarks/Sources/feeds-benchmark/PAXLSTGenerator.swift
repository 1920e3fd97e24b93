import BenchmarkSupport

/// Invented PAXLST messages of 250 persons each, one interchange per message.
struct PAXLSTGenerator {
  private var random: SeededGenerator
  private var sample = Sample()
  private var segments = 0
  private let isDense: Bool

  static func make(_ bytes: Int, isDense: Bool) -> Sample {
    var generator = PAXLSTGenerator(random: SeededGenerator(seed: 2027), isDense: isDense)
    var number = 1
    generator.sample.bytes.reserveCapacity(bytes + 1 << 20)
    while generator.sample.bytes.count < bytes {
      generator.message(number)
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

  private mutating func message(_ number: Int) {
    let flight = random.number(100...1999)
    sample.add("UNA:+.? 'UNB+UNOA:4+XX+NLAPI+261127:2145+\(number)++APIS'")
    segments = 0
    segment("UNH+1+PAXLST:D:12B:UN:IATA+XX\(flight)/281126/0930+01:F")
    segment("BGM+745")
    segment("NAD+MS+++INVENTED AIRLINE OPERATIONS")
    segment("COM+31205550100:TE+31205550101:FX")
    segment("TDT+20+XX\(flight)+++XX")
    segment("LOC+125+AMS")
    segment("DTM+189:2611280930:201")
    segment("LOC+87+JFK")
    segment("DTM+232:2611281705:201")
    for index in 1...250 { passenger(index) }
    segment("CNT+42:250")
    segment("UNT+\(segments + 1)+1")
    sample.add("UNZ+1+\(number)'")
  }

  private mutating func passenger(_ index: Int) {
    let person = Traveller(&random)
    sample.expect(surname: person.surname, given: person.given, birth: person.birth)
    let names = person.second.isEmpty ? person.first : "\(person.first):\(person.second)"
    let born =
      Traveller.two(person.year % 100) + Traveller.two(person.month) + Traveller.two(person.day)
    if isDense {
      segment("NAD+FL+++\(person.surname):\(names)")
      segment("ATT+2++\(person.sex)")
      segment("DTM+329:\(born)")
      segment("NAT+2+\(person.country)")
      segment("RFF+AVF:Q\(random.digits(5))")
      segment("DOC+P:110:111+\(person.document)")
      segment("DTM+36:310512")
      segment("LOC+91+\(person.country)")
      return
    }
    segment(
      "NAD+FL+++\(person.surname):\(names)+\(random.digits(3)) INVENTED ROAD SUITE \(random.digits(2))+TOWN+NY+\(random.digits(5))+\(person.country)"
    )
    segment("ATT+2++\(person.sex)")
    segment("DTM+329:\(born)")
    segment("MEA+CT++:2")
    segment("MEA+WT++KGM:\(random.number(10...32))")
    segment("GEI+4+173")
    segment("FTX+BAG+++XX\(random.digits(6)):2")
    segment("LOC+22+JFK")
    segment("LOC+174+\(person.country)")
    segment("LOC+178+AMS")
    segment("LOC+179+JFK")
    segment("LOC+180+\(person.country):::INVENTED TOWN")
    segment("COM+3120\(random.digits(7)):TE+\(person.first).\(person.surname)(A)EXAMPLE.COM:EM")
    segment("NAT+2+\(person.country)")
    segment("RFF+AVF:Q\(random.digits(5))")
    segment("RFF+ABO:XX\(random.digits(8))")
    segment("RFF+SEA:\(Traveller.two(index % 50 + 1))A")
    segment("RFF+CR:\(random.digits(10))")
    segment("DOC+P:110:111+\(person.document)")
    segment("DTM+36:310512")
    segment("LOC+91+\(person.country)")
    if random.chance(30) {
      segment("DOC+V:110:111+V\(random.digits(7))")
      segment("DTM+36:290101")
      segment("LOC+91+USA")
    }
  }
}
