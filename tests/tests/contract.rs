//! The portal's own description, asked by somebody else's tool. `./cle check contract` asks for longer.

#[tokio::test(flavor = "multi_thread")]
async fn no_route_fails_whatever_it_is_asked() -> anyhow::Result<()> {
    tests::checks::contract(10).await
}
