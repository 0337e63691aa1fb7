//! A person with a card and two holders, and the way back in: everything real, two screens at once.

use crate::{
    helpers::another_structure,
    world::{CODE, World, code, first_opening, open},
};
use anyhow::{Context, Result, bail, ensure};
use crypto::recovery::CardCode;
use key_core::{
    Opened, Space, Stick, Trouble, WallWatch,
    help::{Helper, Role},
    recovery::{self, Earlier, Face, Held, Holder, Pictures, Requesting, Standing, Step},
    stick::Folder as Medium,
};
use portal::structure::Structure;
use std::io::Cursor;
use wire::{
    ObjectId, Random, elsewhere::StructureNumber, folder::Folder, random::System,
    structure::VoucherKind,
};

/// The code that a recovered stick is given.
pub const NEW_CODE: &str = "615938";
/// What holders call the person.
pub const LABEL: &str = "La dame au chien";

/// Somebody's home and those who keep a share for them.
pub struct Home {
    /// The portal and everything.
    pub world: World,
    /// The person's stick.
    pub stick: Medium,
    /// The card as it was printed.
    pub card: String,
    /// A social worker, the first holder.
    pub amel: Space,
    /// An officer, the second.
    pub omar: Space,
    /// The certificate of the first.
    pub helper: Helper,
    /// A paper put in before.
    pub paper: ObjectId,
    /// What it says.
    pub content: Vec<u8>,
}

impl Home {
    /// A space with a paper and a note, arranged with two holders of the person's own structure, and shut.
    ///
    /// # Errors
    /// Where something of it does not work.
    pub async fn arranged(world: World) -> Result<Self> {
        Self::with(world, None).await
    }

    /// The same, where the second holder belongs to another structure.
    ///
    /// # Errors
    /// Where something of it does not work.
    pub async fn of_two_structures(world: World) -> Result<Self> {
        let other = another_structure();
        Self::with(world, Some(other)).await
    }

    async fn with(world: World, other: Option<Structure>) -> Result<Self> {
        let random = &mut System::new();
        let (_, amel) = world.new_space("amel").await?;
        let (_, omar) = world.new_space("omar").await?;
        let (amel, omar) = (amel.opened.space, omar.opened.space);
        let helper = world.certify(&amel, "Amel B.", Role::SocialWorker).await?;
        let officer = world.certify(&omar, "Omar D.", Role::Officer).await?;

        let (stick, made) = world.new_space("lina").await?;
        let card = made.card.context("a card")?.printed().to_string();
        let mut space = made.opened.space;
        let content = crate::papers::pdf("Avis", 40_000, random)?;
        let reader = Cursor::new(content.clone());
        let length = content.len() as u64;
        let (title, media) = ("Avis", "application/pdf");
        let paper = space
            .put_paper(Folder::Argent, title, media, reader, length, random)
            .await?;
        space
            .put_note(Folder::Private, "Ma note", "mardi", random)
            .await?;
        let first = space.holder(&amel.helper_number().to_string()).await?;
        let second = match other {
            None => space.holder(&omar.helper_number().to_string()).await?,
            Some(other) => elsewhere(&space, &other, &officer, &world).await?,
        };
        arrange(&mut space, &stick, &[first, second]).await?;
        space.lock(&Stick::new(stick.clone()), random).await?;
        Ok(Self {
            world,
            stick,
            card,
            amel,
            omar,
            helper,
            paper,
            content,
        })
    }

    /// The card in the person's hand.
    ///
    /// # Panics
    /// Never: it was printed.
    #[must_use]
    pub fn card(&self) -> Option<CardCode> {
        CardCode::parse(&self.card).ok()
    }

    /// A new stick for a recovery.
    ///
    /// # Errors
    /// Where it cannot be prepared.
    pub fn new_stick(&self, name: &str) -> Result<Medium> {
        self.world.stick(name, VoucherKind::Recovery)
    }

    /// Prepares the person's own stick for a recovery, beside what it holds.
    ///
    /// # Errors
    /// Where it cannot be prepared.
    pub fn prepare_own(&self) -> Result<()> {
        self.prepare(&Stick::new(self.stick.clone()))
    }

    /// Prepares a stick for a recovery, beside what it holds.
    ///
    /// # Errors
    /// Where it cannot be prepared.
    pub fn prepare(&self, stick: &Stick) -> Result<()> {
        let now = portal::clock::Clock::now(&*self.world.clock);
        let papers = self.world.papers(VoucherKind::Recovery, now + 30 * 86_400);
        Ok(recovery::prepare(stick, &papers, now)?)
    }

    /// Opens both holders' spaces again: their sessions ended when time was moved.
    ///
    /// # Errors
    /// [`Trouble`].
    pub async fn reopen_holders(&mut self) -> Result<()> {
        let space = |name: &str| Medium::new(self.world.folder().join(name));
        self.amel = open(&space("amel"), CODE).await?.space;
        self.omar = open(&space("omar"), CODE).await?.space;
        Ok(())
    }

    /// Looks whether everything that was put in before is there.
    ///
    /// # Errors
    /// Where it is not.
    pub async fn is_whole(&self, space: &Space) -> Result<()> {
        ensure!(*space.read(Folder::Argent, self.paper).await? == self.content);
        ensure!(space.list(Folder::Private).len() == 1);
        Ok(())
    }
}

/// Arranges the person's recovery with these holders.
///
/// # Errors
/// [`Trouble`].
pub async fn arrange(space: &mut Space, stick: &Medium, holders: &[Holder]) -> Result<(), Trouble> {
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(stick.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await?;
    administration
        .arrange_recovery(holders, LABEL, random)
        .await
}

/// An officer of another structure, who vouches; the portal takes that in, and the person types two numbers.
async fn elsewhere(
    space: &Space,
    other: &Structure,
    officer: &Helper,
    world: &World,
) -> Result<Holder> {
    world.vouched(other, officer)?;
    let structure = StructureNumber::of(&other.public().root.fingerprint()).to_string();
    let number = officer.number().to_string();
    Ok(space.holder_of_another(&number, &structure).await?)
}

/// Begins a recovery, or takes one up.
///
/// # Errors
/// Where it does not, or was over already.
pub async fn ask(stick: &Medium, card: Option<CardCode>) -> Result<Requesting> {
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(stick.clone());
    // On the heap: a test that asks many times in one debug build outgrows its thread's stack.
    let digits = code(NEW_CODE);
    let begun = Box::pin(recovery::begin(&stick, &digits, card, random, &watch));
    match begun.await? {
        Step::Asking(asking) => Ok(asking),
        Step::Opened(_) => bail!("it was over"),
    }
}

/// The one person whose share this holder keeps.
///
/// # Errors
/// Where there is not exactly one.
pub async fn only(holder: &Space) -> Result<Held> {
    let mut all = holder.held().await?;
    ensure!(all.len() == 1, "{} people", all.len());
    all.pop().context("somebody")
}

/// Both screens, one beside the other: what each shows.
///
/// # Errors
/// Where one of them shows nothing.
pub async fn both_screens(
    asking: &mut Requesting,
    holder: &Space,
    place: usize,
) -> Result<(Pictures, Held, recovery::Comparing)> {
    let random = &mut System::new();
    asking.look(random).await?;
    let held = only(holder).await?;
    let mut comparing = holder.compare(&held, random)?;
    holder.meet(&mut comparing).await?;
    let face = asking.look(random).await?.faces[place];
    let Face::Compare(asked) = face else {
        bail!("{face:?}");
    };
    let seen = holder.see(&held, &mut comparing).await?;
    let seen = seen.context("pictures on the holder's screen")?;
    ensure!(seen == asked, "{seen:?} and {asked:?}");
    Ok((asked, held, comparing))
}

/// A holder compares and approves.
///
/// # Errors
/// Where the screens differ, or the portal refuses.
pub async fn approve(asking: &mut Requesting, holder: &Space, place: usize) -> Result<Standing> {
    let (_, held, comparing) = both_screens(asking, holder, place).await?;
    let random = &mut System::new();
    holder.approve(&held, &comparing, random).await?;
    Ok(asking.look(random).await?)
}

/// The end: the space is open again, and the sticks of before are revoked.
///
/// # Errors
/// [`Trouble`].
pub async fn finish(asking: Requesting, stick: &Medium) -> Result<Opened, Trouble> {
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(stick.clone());
    let earlier = Earlier::Revoke;
    Box::pin(asking.finish(&stick, &code(NEW_CODE), earlier, random, &watch)).await
}

/// Somebody with a space of their own, who was never asked.
///
/// # Errors
/// Where it cannot be made.
pub async fn neighbour(world: &World) -> Result<Space> {
    let stick = world.stick("neighbour", VoucherKind::Account)?;
    Ok(first_opening(&stick, CODE).await?.opened.space)
}

/// Randomness for those who need a little.
pub fn random() -> impl Random {
    System::new()
}
