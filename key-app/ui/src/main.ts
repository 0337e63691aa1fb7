// Where the window starts: styles, then the one component that shows the screens.

import { mount } from "svelte";
import App from "./App.svelte";
import "./style/tokens.css";
import "./style/shapes.css";
import "./style/screens.css";

mount(App, { target: document.body });
