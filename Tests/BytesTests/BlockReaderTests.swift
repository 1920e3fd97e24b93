import Bytes
import TestSupport
import Testing

/// What came out of one member.
struct ReadMember: Equatable {
  var name: String
  var content: [UInt8]
  var problem: UnpackProblem?

  init(_ name: String, _ content: String, _ problem: UnpackProblem? = nil) {
    self.init(name, Array(content.utf8), problem)
  }

  init(_ name: String, _ content: [UInt8], _ problem: UnpackProblem? = nil) {
    self.name = name
    self.content = content
    self.problem = problem
  }
}

let generousLimits = UnpackLimits(ratio: 200, bytes: 1 << 30, entries: 1000, nesting: 1)

/// Every member that a reader of a file with these bytes gives; hashes and lengths are checked.
func readMembers(
  _ bytes: [UInt8], block: Int = 4096, limits: UnpackLimits = generousLimits
) throws -> [ReadMember] {
  try withTemporaryFile(bytes) { path in
    var reader = try BlockReader(FileToRead(path: path), limits: limits, blockBytes: block)
    var members: [ReadMember] = []
    while let opened = try reader.nextMember() {
      var member = ReadMember(opened.name, [], opened.problem)
      while try reader.next({ span in
        #expect(span.count <= block)
        for index in span.indices { member.content.append(span[index]) }
      }) {}
      if opened.problem == nil {
        member.problem = reader.problem
        let (byteCount, hash) = (reader.byteCount, reader.memberHash())
        #expect(byteCount == member.content.count && hash == SHA256.hex(member.content))
      }
      members.append(member)
    }
    if members.allSatisfy({ $0.problem == nil }) {
      let hash = reader.finishHash()
      #expect(hash == SHA256.hex(bytes))
    }
    return members
  }
}

@Suite struct BlockReaderTests {
  let text = String(repeating: "UNB+IATA:1'", count: 150)
  let files: [(name: String, content: [UInt8])]
  let expected: [ReadMember]

  init() {
    files = [("a.edi", Array(text.utf8)), ("b.edi", Array("second".utf8))]
    expected = [ReadMember("a.edi", text), ReadMember("b.edi", "second")]
  }

  @Test(arguments: [1, 2, 3, 7, 64, 4096]) func readsEveryKindInBlocksOfAnySize(block: Int) throws {
    let zip = StoredZip.make(files)
    let tar = TinyTar.make(files)
    let packed = TinyGzip.make(Array(text.utf8))
    func read(_ bytes: [UInt8]) throws -> [ReadMember] { try readMembers(bytes, block: block) }
    #expect(try read(Array(text.utf8)) == [ReadMember("", text)])
    #expect(try read([]) == [ReadMember("", "")])
    #expect(try read(packed) == [ReadMember("", text)])
    #expect(try read(TinyGzip.make([])) == [ReadMember("", "")])
    for archive in [
      zip, tar, TinyGzip.make(tar), TinyGzip.make(zip), StoredZip.make(files, deflated: true),
      StoredZip.make(files, deflated: true, described: true),
      StoredZip.make(files, described: true),
      TinyTar.entry("a.edi", Array(text.utf8), magic: false) + TinyTar.make([files[1]]),
      // Archives that were appended to each other.
      TinyTar.make([files[0]]) + TinyTar.make([files[1]]),
    ] {
      #expect(try read(archive) == expected)
    }
  }

  @Test func opensWhatLiesInAnArchiveOnce() throws {
    let packed = TinyGzip.make(Array(text.utf8))
    let zip = StoredZip.make(files)
    #expect(
      try readMembers(StoredZip.make([("a.edi.gz", packed), ("in.zip", zip)])) == [
        ReadMember("a.edi.gz", text), ReadMember("in.zip/a.edi", text),
        ReadMember("in.zip/b.edi", "second"),
      ])
    #expect(
      try readMembers(TinyGzip.make(TinyTar.make([("in.tgz", TinyGzip.make(TinyTar.make(files)))])))
        == [ReadMember("in.tgz/a.edi", text), ReadMember("in.tgz/b.edi", "second")])
    #expect(try readMembers(TinyGzip.make(packed)) == [ReadMember("", text)])
  }

  @Test func leavesAloneWhatIsNestedDeeper() throws {
    let inner = StoredZip.make([("a.edi.gz", TinyGzip.make([1])), ("b.edi", [2])])
    #expect(
      try readMembers(TinyTar.make([("in.zip", inner), ("c.edi", [3])])) == [
        ReadMember("in.zip/a.edi.gz", [], .tooLarge("nested more than once")),
        ReadMember("in.zip/b.edi", [2]), ReadMember("c.edi", [3]),
      ])
    let thrice = TinyGzip.make(TinyGzip.make(TinyGzip.make([1])))
    #expect(try readMembers(thrice) == [ReadMember("", [], .tooLarge("nested more than once"))])
  }

  @Test func showsNoMoreOfANameThanItsLastPartInPrintableLetters() throws {
    let names = [
      "../../etc/passwd": "passwd", "/abs.edi": "abs.edi", "C:\\in\\w.edi": "w.edi",
      "e\u{1B}[31m\u{7}.edi": "e_[31m_.edi", "r\u{202E}idE.exe": "r_idE.exe",
      "in/..": "unnamed", "naam-é.edi": "naam-é.edi",
      String(repeating: "x", count: 300): String(repeating: "x", count: 120),
    ]
    let outside = UnpackProblem.notRegular("its path leads out of the archive; not read")
    for (name, shown) in names {
      let found = try readMembers(StoredZip.make([(name, [1])]))
      #expect(
        found == [name.contains("..") ? ReadMember(shown, [], outside) : ReadMember(shown, [1])])
    }
  }

  @Test func noTwoMembersHaveOneName() throws {
    let names = ["a/k.edi", "b/k.edi", "c/b/k.edi", "b/k.edi", "k.edi", "l.edi", "k.edi"]
    #expect(
      try readMembers(StoredZip.make(names.map { ($0, [1]) })).map(\.name) == [
        "k.edi", "b/k.edi", "c/b/k.edi", "b/k.edi (2)", "k.edi (2)", "l.edi", "k.edi (3)",
      ])
  }

  @Test func followsNothingAndPassesOverFoldersAndHiddenMembers() throws {
    let tar =
      TinyTar.entry("in/", type: "5") + TinyTar.entry("s", type: "2", link: "/etc/passwd")
      + TinyTar.entry("h", type: "1", link: "a") + TinyTar.entry("p", type: "6")
      + TinyTar.entry(".hidden", [1]) + TinyTar.entry("__MACOSX/._a", [1])
      + TinyTar.entry("./a", [2]) + TinyTar.end
    let link = UnpackProblem.notRegular("a link, pipe or device in an archive is not read")
    #expect(
      try readMembers(tar) == [
        ReadMember("s", [], link), ReadMember("h", [], link), ReadMember("p", [], link),
        ReadMember(".hidden", [], .hidden("a hidden member; not read")),
        ReadMember("._a", [], .hidden("a hidden member; not read")), ReadMember("a", [2]),
      ])
  }

  @Test func setsEncryptedMembersAside() throws {
    var zip = StoredZip.make(files)
    zip[6] |= 1
    #expect(
      try readMembers(zip) == [
        ReadMember("a.edi", [], .damaged("the member is encrypted")), expected[1],
      ])
  }
}
