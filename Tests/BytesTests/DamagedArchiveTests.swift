import Bytes
import TestSupport
import Testing

/// Damage, bombs and limits of packed inputs.
@Suite struct DamagedArchiveTests {
  let text = Array(String(repeating: "NAD+FL+++", count: 40).utf8)
  var files: [(name: String, content: [UInt8])] {
    [("a", text), ("b", Array("second".utf8)), ("c", text)]
  }

  private func isDamage(_ problem: UnpackProblem?) -> Bool {
    if case .damaged = problem { true } else { false }
  }

  /// Cut anywhere: members are whole or beginnings, only the last is not whole, and it is said.
  private func cutEverywhere(_ archive: [UInt8], upTo end: Int) throws {
    for count in 4..<end {
      let members = try readMembers(Array(archive[..<count]))
      #expect(members.contains { isDamage($0.problem) }, "cut at \(count)")
      let read = members.filter { !$0.name.isEmpty }
      for (index, member) in read.enumerated() {
        let whole = files[index]
        #expect(member.name == whole.name && whole.content.starts(with: member.content))
        if index < read.count - 1 { #expect(member == ReadMember(whole.name, whole.content)) }
      }
    }
  }

  @Test func aZipCutAtAnyByte() throws {
    for isDeflated in [false, true] {
      for isDescribed in [false, true] {
        let zip = StoredZip.make(files, deflated: isDeflated, described: isDescribed)
        try cutEverywhere(zip, upTo: zip.count)
      }
    }
  }

  @Test func aTarCutAtAnyByte() throws {
    let tar = TinyTar.make(files)
    // Before the whole first header it is no tar to be seen; half an end mark is one.
    for count in 513..<tar.count - 512 {
      let members = try readMembers(Array(tar[..<count]))
      #expect(members.contains { isDamage($0.problem) }, "cut at \(count)")
      for (member, whole) in zip(members, files) where !member.name.isEmpty {
        #expect(member.name == whole.name && whole.content.starts(with: member.content))
      }
    }
  }

  @Test func aPackedTarCutAtAnyByte() throws {
    let tar = TinyGzip.make(TinyTar.make(files))
    for count in 2..<tar.count {
      let members = try readMembers(Array(tar[..<count]))
      #expect(members.contains { isDamage($0.problem) }, "cut at \(count)")
    }
  }

  /// A whole member is not blamed for a break behind it that was met while reading ahead.
  @Test func aBreakBelongsToTheMemberThatItCuts() throws {
    let long = [UInt8](repeating: 0x41, count: 300_000)
    let packed = TinyGzip.make(TinyTar.make([("a", text), ("long", long)]))
    let members = try readMembers(Array(packed[..<200_000]))
    #expect(members.map(\.name) == ["a", "long"])
    #expect(members[0] == ReadMember("a", text))
    #expect(isDamage(members[1].problem) && members[1].content.count > 60_000)
  }

  @Test func oneDamagedMemberDoesNotCostTheOthers() throws {
    var stored = StoredZip.make(files)
    stored[40] ^= 1
    let wrong = try readMembers(stored)
    #expect(
      wrong.map(\.name) == ["a", "b", "c"]
        && wrong.map { isDamage($0.problem) } == [true, false, false])
    #expect(wrong[0].content.count == text.count && wrong[2].content == text)

    // A block of a kind that deflate does not know.
    var deflated = StoredZip.make(files, deflated: true)
    deflated[31] = 7
    let broken = try readMembers(deflated)
    #expect(
      broken.map(\.name) == ["a", "b", "c"]
        && broken.map { isDamage($0.problem) } == [true, false, false])
    #expect(broken[2].content == text)

    var tar = TinyTar.make(files)
    tar[1024 + 3] ^= 1
    let lost = try readMembers(tar)
    #expect(
      lost.map(\.name) == ["a", "", "c"]
        && lost.map { isDamage($0.problem) } == [false, true, false])
  }

  @Test func aMemberWhoseHeaderIsLostIsMissed() throws {
    var zip = StoredZip.make(files)
    zip[30 + 1 + text.count] = 0
    let members = try readMembers(zip)
    #expect(members.map(\.name) == ["a", "c", ""])
    #expect(members[2].problem == .damaged("the archive's directory lists 3 members, not 2"))
  }

  @Test func whateverIsChangedNothingCrashes() throws {
    for archive in [
      StoredZip.make(files, deflated: true, described: true), TinyTar.make(files),
      TinyGzip.make(StoredZip.make(files)),
    ] {
      for index in stride(from: 0, to: archive.count, by: 3) {
        var changed = archive
        changed[index] ^= 0x55
        #expect(try readMembers(changed).count <= 8)
      }
    }
  }

  @Test func bombsStopEarly() throws {
    var limits = generousLimits
    limits.ratio = 20
    let size = 16 * 1024 * 1024
    let ratio = UnpackProblem.ratio("unpacks to more than 20 times its size")
    let packed = try readMembers(TinyGzip.zeros(count: size), limits: limits)
    #expect(
      packed.map(\.problem) == [
        .ratio("unpacks to more than 20 times its size; what follows is not read")
      ])
    #expect(packed[0].content.count < size)

    let bomb = StoredZip.zeros(name: "zeros", count: size)
    let inner = try readMembers(
      StoredZip.make([("first", text), ("1.zip", bomb), ("2.zip", bomb)]), limits: limits)
    #expect(inner.map(\.name) == ["first", "1.zip/zeros", "2.zip/zeros"])
    #expect(inner.map(\.problem) == [nil, ratio, ratio])
    #expect(inner[0].content == text)
  }

  /// What swells is set aside alone; what lies behind it is read.
  @Test(arguments: [false, true]) func aBombDoesNotCostTheMembersBehindIt(described: Bool) throws {
    var limits = generousLimits
    limits.ratio = 10
    let bomb = ("bomb", size: 4 << 20)
    let packed = StoredZip.bombs([bomb], before: files, described: described)
    let members = try readMembers(packed, limits: limits)
    #expect(members.map(\.name) == ["bomb", "a", "b", "c"])
    #expect(members[0].problem == .ratio("unpacks to more than 10 times its size"))
    #expect(members[0].content.count < bomb.size)
    #expect(members.dropFirst().map(\.content) == files.map(\.content))
    #expect(members.dropFirst().allSatisfy { $0.problem == nil })
  }

  /// Of many bombs not each fills the allowance again, but each is reported, and so is what lies behind them.
  @Test func manyBombsAreAllNamedAndUnpackLittle() throws {
    var limits = generousLimits
    limits.ratio = 10
    let bombs = (0..<12).map { ("bomb\($0)", size: 4 << 20) }
    let packed = StoredZip.bombs(bombs, before: [files[0]], described: false)
    let members = try readMembers(packed, limits: limits)
    #expect(members.map(\.name) == bombs.map(\.0) + ["a"])
    #expect(members.allSatisfy { $0.problem != nil })
    #expect(members.reduce(0) { $0 + $1.content.count } < 4 * 10 * packed.count)
  }

  @Test func limitsAreReportedAndKeepWhatCameBefore() throws {
    var limits = generousLimits
    limits.entries = 2
    #expect(
      try readMembers(TinyTar.make(files), limits: limits) == [
        ReadMember("a", text), ReadMember("b", "second"),
        ReadMember("", [], .tooLarge("more than 2 entries; what follows is not read")),
      ])
    // Looking for a member behind damage counts as one.
    var damaged = StoredZip.make(files, deflated: true)
    damaged[31] = 7
    let last = try readMembers(damaged, limits: limits).last
    #expect(last?.problem == .tooLarge("more than 2 entries; what follows is not read"))
    limits = generousLimits
    limits.bytes = text.count + 10
    let members = try readMembers(StoredZip.make(files), limits: limits)
    #expect(members.map(\.name) == ["a", "b", "c"])
    #expect(
      members.last?.problem
        == .tooLarge("unpacks to more than \(text.count + 10) bytes; what follows is not read"))
  }
}
