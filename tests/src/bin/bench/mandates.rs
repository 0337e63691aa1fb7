//! What a mandate costs: to give, to use, to stop when a folder is full, and what it adds.

use super::{Figures, opening, process};
use anyhow::{Context, Result};
use crypto::{
    keys::{FolderKey, KemKey, SigningKey},
    mandate::Words,
    space::{BoxPlace, seal_box},
};
use key_core::{
    WallWatch, Watch,
    help::{Helper, Length, Rights, Role, Terms},
};
use tests::cast::Cast;
use wire::{
    AccountId, Hash, MandateId, Realm,
    folder::Folder,
    log::{Entry, Grant, Head, Op},
    manifest::BoxFor,
    random::System,
};

/// Papers in the folder that is given and stopped.
const PAPERS: usize = 200;
/// Some of the words of a mandate.
const TEXT: &str = "Un mandat, en mots simples. ";
/// Times each thing is done; the best counts.
const ROUNDS: usize = 5;

pub(crate) async fn measure(cast: &Cast, figures: &mut Figures) -> Result<()> {
    let (_, _, helper) = opening::new_space(cast, "helper").await?;
    cast.certify(&helper, "Amel B.", Role::SocialWorker).await?;
    let (folder, digits, mut person) = opening::new_space(cast, "of-a-mandate").await?;
    opening::fill(&mut person, PAPERS).await?;
    let code = key_core::code::choose_digits(&digits)?;
    let amel = person
        .helpers()
        .await?
        .pop()
        .context("nobody is certified")?;
    let terms = Terms {
        folders: vec![Folder::Papiers],
        rights: Rights::See,
        length: Length::Month,
        person: "Aïcha N.".into(),
        structure: "Maison des droits".into(),
        place: "Lille".into(),
    };
    let mut random = System::new();
    let (mut give, mut open, mut stop) = (f64::MAX, f64::MAX, f64::MAX);
    for _ in 0..ROUNDS {
        let stick = opening::stick(&folder);
        let watch = WallWatch::start();
        let admin = person
            .administer(&stick, &code, &mut random, &watch)
            .await?;
        let start = WallWatch::start();
        let given = admin
            .entrust(&[(amel.clone(), TEXT.repeat(100))], &terms, &mut random)
            .await?;
        give = give.min(process::ms(start.elapsed()));

        let mut mandate = helper
            .entrusted()
            .await?
            .pop()
            .context("nothing is entrusted")?;
        let start = WallWatch::start();
        let shown = helper
            .open_entrusted(&mut mandate, Folder::Papiers, None, &mut random)
            .await?;
        open = open.min(process::ms(start.elapsed()));
        anyhow::ensure!(shown.list().len() == PAPERS, "the list is whole");

        let start = WallWatch::start();
        person.stop_mandate(given[0], &mut random).await?;
        stop = stop.min(process::ms(start.elapsed()));
    }
    figures.note("mandate_give_ms", give);
    figures.note("mandate_open_200_ms", open);
    figures.note("mandate_stop_200_ms", stop);
    figures.note("mandate_bytes", bytes(&amel)? as f64);
    Ok(())
}

/// Bytes that a mandate over one folder adds at the portal: its entry, a box, two letters.
fn bytes(helper: &Helper) -> Result<usize> {
    let (realm, mandate) = (Realm::Prod, MandateId([1; 16]));
    let owner = AccountId([2; 32]);
    let mut random = System::new();
    let (author, reader) = (SigningKey::make(&mut random), KemKey::make(&mut random));
    let words = Words {
        person: "Aïcha N.".into(),
        helper: helper.name.clone(),
        role: helper.role,
        structure: "Maison des droits".into(),
        place: "Lille".into(),
        text: TEXT.repeat(100),
        author: helper.author,
        reader: helper.reader,
    };
    let letter = words.seal(realm, &owner, mandate, &reader.public(), &mut random)?;
    let place = BoxPlace {
        realm,
        account: owner,
        folder: Folder::Papiers,
        epoch: 1,
    };
    let why = BoxFor::Mandate(mandate);
    let key = FolderKey::make(&mut random);
    let key_box = seal_box(&place, &key, &helper.reader, why, &author, &mut random)?;
    let grant = Op::Grant(Box::new(Grant {
        mandate,
        grantee: helper.account,
        author: helper.author.fingerprint(),
        reader: helper.reader.fingerprint(),
        folders: vec![Folder::Papiers],
        rights: Rights::See,
        not_before: 1_795_305_600,
        not_after: 1_797_984_000,
        text: Hash([3; 32]),
        letters: vec![Hash([4; 32]), Hash([5; 32])],
        boxes: vec![key_box.hash()],
    }));
    let sign = |_: &[u8]| wire::Signature([0; 64]);
    let entry = Entry::sign_with(realm, owner, Head::NONE, 1_795_305_600, &grant, &[&sign]);
    let letters = 2 * wire::encode(&letter).len();
    Ok(wire::encode(&entry).len() + key_box.to_bytes().len() + letters)
}
