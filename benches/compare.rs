//! How long a reader waits for each shape of pair: both versions read and compared.
//!
//! The time of a comparison is mostly decided by what the two texts share, so the pairs are of
//! every shape that has been slow in some tool.

mod support;

use std::{hint::black_box, time::Duration};

use criterion::{
    BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group, criterion_main,
};

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("read and compare");
    group
        .sampling_mode(SamplingMode::Flat)
        .sample_size(10)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4));
    for pair in support::pairs() {
        group.throughput(Throughput::Bytes(pair.bytes() as u64));
        group.bench_function(BenchmarkId::from_parameter(pair.name), |bencher| {
            bencher.iter(|| black_box(pair.compare()));
        });
    }
    group.finish();
}

criterion_group!(benches, whole);
criterion_main!(benches);
