// swift-tools-version: 6.2
import PackageDescription

/// One program of libFuzzer per target of `FuzzProperties`; see README.md.
let names = ["EDIFACT", "CSV", "TypeB", "XML", "Containers", "Lists"]

let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "pnrscreen", path: "../..")],
  targets: names.map { name in
    .executableTarget(
      name: "Fuzz\(name)",
      dependencies: [.product(name: "FuzzProperties", package: "pnrscreen")],
      path: "Targets/\(name)",
      // libFuzzer brings `main`.
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  }
)
