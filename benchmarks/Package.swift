// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that measuring adds nothing to what the program and its tests build.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "pnrscreen-benchmarks",
  dependencies: [.package(name: "pnrscreen", path: "..")],
  targets: [
    .systemLibrary(name: "CXMLReader", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CMalloc"),
    .target(name: "BenchmarkSupport", dependencies: ["CMalloc"], swiftSettings: strict),
    .executableTarget(
      name: "feeds-benchmark",
      dependencies: [
        .product(name: "FeedKit", package: "pnrscreen"), "BenchmarkSupport", "CXMLReader",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "matching-benchmark",
      dependencies: [
        .product(name: "FeedKit", package: "pnrscreen"),
        .product(name: "MatchKit", package: "pnrscreen"), "BenchmarkSupport",
      ],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
