//! A file that is read, and slips of the pen.

use super::*;
use crate::store::OnDisk;

const GOOD: &str = r#"
    listen = "127.0.0.1:8443"
    realm = "practice"
    [webauthn]
    rp_id = "acces.example"
    origin = "https://acces.example"
    [structure]
    root = "0000000000000000000000000000000000000000000000000000000000000000"
    locator = "locator.bin"
    backup_key = "backup.pub"
    [gate]
    id = "00000000000000000000000000000000"
    backup = "gate-backup"
    [tls]
    chain = "tls/chain.pem"
    key = "tls/server.key"
"#;

fn read(text: &str) -> Result<Settings, SettingsError> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), text).unwrap();
    Settings::read(folder.path())
}

#[test]
fn a_file_is_read_with_its_defaults() {
    let settings = read(GOOD).unwrap();
    assert_eq!(settings.realm(), Realm::Practice);
    assert_eq!(settings.file.limits.space_bytes, 600 << 20);
    assert_eq!(settings.file.engine, OnDisk::Redb);
    assert!(settings.file.idle.delete);
    let text = toml::to_string(&settings.file).unwrap();
    assert_eq!(read(&text).unwrap().file, settings.file);
    let off = read(&format!("{GOOD}\n[idle]\ndelete = false\n")).unwrap();
    assert!(!off.file.idle.delete);
}

#[test]
fn one_line_chooses_the_engine() {
    let line = |engine: &str| GOOD.replacen("realm", &format!("engine = {engine}\nrealm"), 1);
    for engine in OnDisk::ALL {
        let settings = read(&line(&format!("\"{}\"", engine.name()))).unwrap();
        assert_eq!(settings.file.engine, engine);
        let store = settings.space_store();
        assert!(store.to_str().unwrap().ends_with(engine.name()));
        let text = toml::to_string(&settings.file).unwrap();
        assert_eq!(read(&text).unwrap().file, settings.file);
    }
    let error = read(&line("\"sledge\"")).unwrap_err().to_string();
    assert!(error.contains("sledge"), "{error}");
}

#[test]
fn days_are_those_of_paris_or_of_where_one_line_says() {
    let settings = read(GOOD).unwrap();
    assert_eq!(settings.file.timezone, "Europe/Paris");
    let line = |zone: &str| GOOD.replacen("realm", &format!("timezone = \"{zone}\"\nrealm"), 1);
    let there = read(&line("Indian/Reunion")).unwrap();
    assert_eq!(there.zone().unwrap().iana_name(), Some("Indian/Reunion"));
    let error = read(&line("Paris")).unwrap_err().to_string();
    assert!(
        error.contains("timezone") && error.contains("Europe/Paris"),
        "{error}"
    );
}

#[test]
fn a_slip_of_the_pen_is_named() {
    let slip = GOOD.replace("rp_id", "rpid");
    assert!(read(&slip).unwrap_err().to_string().contains("rpid"));
    let short = GOOD.replace("id = \"0000", "id = \"");
    assert!(read(&short).unwrap_err().to_string().contains("gate.id"));
    let error = Settings::read(Path::new("/nowhere")).unwrap_err();
    assert!(error.to_string().contains("portal init"), "{error}");
}
