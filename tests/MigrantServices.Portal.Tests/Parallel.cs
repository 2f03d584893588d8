using Xunit;

// each class runs a portal and a database of its own, and small machines have two cores
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
