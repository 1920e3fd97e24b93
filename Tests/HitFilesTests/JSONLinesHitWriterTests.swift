import Matching
import Records
import Testing

@testable import HitFiles

struct JSONLinesHitWriterTests {
  private func line(_ hit: Hit) -> String {
    var bytes: [UInt8] = []
    JSONLinesHitWriter().write(hit, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func writesTheContractsKeysInItsOrder() {
    var hit = SampleMatch().hit
    hit.id = "h_0"
    hit.journey = "j_0"
    let expected = """
      {"schema":"pnrscreen.hit/1","id":"h_0","band":"strong","score":0.97,\
      "passenger":{"surname":"EL AMRANI","given":"MOHAMED","birthDate":"1986-03-01","gender":"M",\
      "nationality":"NLD","documents":[{"type":"P","number":"NX1234567","issuer":"NLD",\
      "expires":"2028-07-15"}],"nameSource":"DOCS",\
      "otherNames":[{"surname":"ELAMRANI","given":"MOHAMEDMR","source":"TIF"}]},\
      "flight":{"carrier":"KL","number":"1007","date":"2026-11-28","from":"AMS","to":"LHR",\
      "departure":"2026-11-28T08:05","direction":"outbound"},\
      "booking":{"recordLocator":"F6C2C2","passengerReference":"1","status":"checkedIn",\
      "seat":"16A"},\
      "listed":{"list":"nl-terrorism","entry":"nlt-1","name":"Mohamed El Amrani",\
      "nameQuality":"strong","birthDates":["1986-03-01","1987~"],"placeOfBirth":"Utrecht",\
      "listedOn":"2017-08-14","reference":"Stcrt 2017, 1","listDate":"2026-11-20",\
      "handling":"call"},\
      "evidence":[{"field":"name","verdict":"supports","passenger":"EL AMRANI MOHAMED",\
      "listed":"EL AMRANI MOHAMED","score":1,"weight":9.2,\
      "tokens":[{"passenger":"MOHAMED","listed":"MOHAMED","relation":"equal","similarity":1},\
      {"listed":"OMAR","relation":"missing","similarity":0}]},\
      {"field":"birthDate","verdict":"contradicts","passenger":"1986-03-01","listed":"1987",\
      "relation":"conflict","weight":-3.05},\
      {"field":"gender","verdict":"unknown","weight":0}],\
      "source":{"file":"KL1007-20261128.edi","offset":48211,"message":"PNRGOV","reference":"1",\
      "pushes":1},"journey":"j_0","review":{"required":true,"outcome":null}}

      """
    #expect(line(hit) == expected)
  }

  @Test func omitsWhatIsAbsent() {
    var sample = SampleMatch()
    sample.batch.passengers[0].flights = .empty
    sample.batch.passengers[0].documents = .empty
    sample.batch.passengers[0].otherNames = .empty
    let text = line(sample.hit)
    for key in ["\"flight\"", "\"documents\"", "\"otherNames\"", "\"suffix\""] {
      #expect(!text.contains(key))
    }
    #expect(text.contains("\"booking\":{"))
    var hit = sample.hit
    hit.booking = HitBooking()
    #expect(!line(hit).contains("\"booking\""))
  }

  @Test func doesNotBreakALineOrTheJSONOnHostileText() {
    var hit = SampleMatch().hit
    hit.passenger.surname = "A\"\\\n\u{0}B"
    #expect(line(hit).contains("\"surname\":\"A\\\"\\\\\\n\\u0000B\""))
    #expect(line(hit).filter { $0 == "\n" }.count == 1)
  }

  @Test(arguments: [("AMS", "LHR", "outbound"), ("LHR", "EIN", "inbound"), ("LHR", "CDG", "")])
  func tellsTheDirectionSeenFromTheNetherlands(from: String, to: String, direction: String) {
    var sample = SampleMatch()
    sample.batch.flights[0].from = .init(from)
    sample.batch.flights[0].to = .init(to)
    #expect(sample.hit.flight?.direction == direction)
  }
}
